package org.tipline.channel.email;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Puts words on lines as a browser would: blanks collapse, and breaks wait for the next word. */
final class HtmlLines {

  /** One more than is shown, so that a longer text is seen to be cut. */
  private static final int LONGEST = MailContent.LONGEST_TEXT + 1;

  private static final int DEEPEST = 9;
  private static final int LONGEST_LINK = 2_000;

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final int UNNUMBERED = 0;

  private final Deque<Integer> lists = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();
  private int breaks;
  private int quotes;
  private int linkStart;
  private boolean isBlankDue;
  private boolean keepsBlanks;

  void text(String text) {
    for (var i = 0; i < text.length() && !isFull(); i++) {
      if (keepsBlanks) {
        kept(text.charAt(i));
      } else {
        collapsed(text.charAt(i));
      }
    }
  }

  void breakLine() {
    breaks++;
    isBlankDue = false;
  }

  void block() {
    breaks = Math.max(breaks, 1);
    isBlankDue = false;
  }

  void paragraph() {
    breaks = Math.max(breaks, 2);
    isBlankDue = false;
  }

  void rule() {
    block();
    word("---");
    block();
  }

  void item() {
    block();
    var number = lists.isEmpty() ? UNNUMBERED : lists.getFirst();
    word(number == UNNUMBERED ? "-" : number + ".");
    isBlankDue = true;
    if (number != UNNUMBERED) {
      lists.pop();
      lists.push(number + 1);
    }
  }

  void cell() {
    isBlankDue = breaks == 0;
  }

  void picture(String alternative) {
    if (!alternative.isBlank()) {
      text("[" + alternative.strip() + "]");
    }
  }

  void openLink() {
    linkStart = out.length();
  }

  /** The address stands behind the words, unless it is what they say. */
  void closeLink(String address) {
    var lower = address.toLowerCase(Locale.ROOT);
    var isShown =
        lower.startsWith("http:") || lower.startsWith("https:") || lower.startsWith("mailto:");
    var words = out.substring(Math.min(linkStart, out.length()));
    if (isShown && address.length() <= LONGEST_LINK && !saysTheSame(words.strip(), address)) {
      isBlankDue = true;
      word("<" + address + ">");
    }
  }

  void quote(int step) {
    quotes += step;
  }

  void openList(boolean isNumbered) {
    lists.push(isNumbered ? 1 : UNNUMBERED);
  }

  void closeList() {
    lists.poll();
  }

  boolean isInList() {
    return !lists.isEmpty();
  }

  void keepBlanks(boolean keeps) {
    keepsBlanks = keeps;
  }

  boolean isFull() {
    return out.length() > LONGEST;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static boolean saysTheSame(String words, String address) {
    var bare = address.replaceFirst("(?i)^(mailto:|https?://)", "").replaceFirst("/$", "");
    return words.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "").equalsIgnoreCase(bare);
  }

  private void kept(char c) {
    if (c == '\n') {
      breaks++;
    } else if (c != '\r') {
      startWord();
      out.append(c);
    }
  }

  private void collapsed(char c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      isBlankDue = true;
    } else {
      startWord();
      out.append(c == NO_BREAK_SPACE ? ' ' : c);
    }
  }

  private void word(String word) {
    startWord();
    out.append(word);
  }

  private void startWord() {
    if (breaks > 0 || out.isEmpty()) {
      startLine();
    } else if (isBlankDue) {
      out.append(' ');
    }
    isBlankDue = false;
    breaks = 0;
  }

  private void startLine() {
    var prefix = "> ".repeat(Math.min(quotes, DEEPEST));
    for (var i = out.isEmpty() ? 0 : Math.min(breaks, 3); i > 0; i--) {
      out.append('\n').append(i > 1 ? prefix.stripTrailing() : "");
    }
    out.append(prefix).append("  ".repeat(Math.clamp(lists.size() - 1L, 0, DEEPEST)));
  }
}
