package org.tipline.channel.email;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The earlier mail that a reader quoted under their words. It is folded only where it is beyond
 * doubt: under a line that introduces it, or the headers that Outlook puts there, with words of the
 * reader before it and none after. Together both parts are the whole, to the letter.
 */
final class QuotedHistory {

  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:On|Mnamo|Tarehe)\\s.{5,400}\\s(?:wrote|aliandika|ameandika):\\s*", Pattern.DOTALL);
  private static final int LINES_OF_INTRODUCTION = 4;

  private static final Pattern ORIGINAL =
      Pattern.compile("-{3,}\\s?(?:Original Message|Ujumbe Asili|Ujumbe wa Awali)\\s?-{3,}\\s*");
  private static final Pattern RULE = Pattern.compile("[_-]{5,}\\s*");
  private static final Pattern FROM = Pattern.compile("\\*?(?:From|Kutoka):.*");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\*?(?:Sent|Date|To|Cc|Subject|Imetumwa|Tarehe|Kwa|Nakala|Mada):.*",
          Pattern.CASE_INSENSITIVE);

  private final String whole;
  private final List<String> lines;

  /**
   * Both parts of a text.
   *
   * @param quoted empty when nothing is folded
   */
  record Split(String text, String quoted) {}

  private QuotedHistory(String whole) {
    this.whole = whole;
    lines = whole.lines().toList();
  }

  /** Only of an answer: in a mail of its own, what a reader copied is what they want to tell. */
  static Split split(String whole) {
    var history = new QuotedHistory(whole);
    var line = history.firstLine();
    return line > 0 ? history.cutBefore(line) : new Split(whole, "");
  }

  private Split cutBefore(int line) {
    var at = 0;
    for (var i = 0; i < line; i++) {
      at = whole.indexOf('\n', at) + 1;
    }
    return whole.substring(0, at).isBlank()
        ? new Split(whole, "")
        : new Split(whole.substring(0, at), whole.substring(at));
  }

  private int firstLine() {
    var introduced = introduction();
    return introduced > 0 ? introduced : headers();
  }

  /** The introduction is the last line that is not quoted, with those it was broken into. */
  private int introduction() {
    var last = lines.size() - 1;
    while (last >= 0 && isQuotedOrBlank(lines.get(last))) {
      last--;
    }
    if (lines.subList(last + 1, lines.size()).stream().allMatch(String::isBlank)) {
      return -1;
    }
    for (var first = last; first >= 0 && first > last - LINES_OF_INTRODUCTION; first--) {
      if (INTRODUCTION.matcher(String.join("\n", lines.subList(first, last + 1))).matches()) {
        return first;
      }
    }
    return -1;
  }

  private int headers() {
    for (var i = 0; i < lines.size(); i++) {
      var isMarked =
          ORIGINAL.matcher(lines.get(i)).matches() || RULE.matcher(lines.get(i)).matches();
      if (hasHeadersAt(isMarked ? i + 1 : i)) {
        return i;
      }
    }
    return -1;
  }

  /** A From and three more, as Outlook writes them. */
  private boolean hasHeadersAt(int line) {
    return line + 3 < lines.size()
        && FROM.matcher(lines.get(line)).matches()
        && lines.subList(line + 1, line + 4).stream().allMatch(l -> HEADER.matcher(l).matches());
  }

  private static boolean isQuotedOrBlank(String line) {
    return line.startsWith(">") || line.isBlank();
  }
}
