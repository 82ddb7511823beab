package org.tipline.triage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView.HistoryEntry;

/** A tip's history, which is kept in English, in the language of the editor who reads it. */
@Component("historyLines")
class HistoryLines {

  /** What moderation itself writes beside an act; all else there is an editor's own. */
  private static final Set<String> WORDED =
      Set.of(
          "opened", "moved", "assigned", "merged", "separated", "put off", "came back", "released");

  private static final Map<String, String> DETAILS =
      Map.of(
          "until the reader writes", "desk.detail.reader",
          "its time had come", "desk.detail.time",
          "the editor was disabled", "desk.detail.disabled");

  private static final Pattern FROM_TO = Pattern.compile("from (.*) to (.*)");
  private static final Pattern WAY = Pattern.compile("(from|to|into) (.*)");

  /** {@code Otieno rejected this 4 s ago: old news}. */
  private static final Pattern LATEST =
      Pattern.compile("(.+?) (\\d+) (s|min|h) ago(?:\\.|: (.*))", Pattern.DOTALL);

  private static final Pattern BY_EDITOR = Pattern.compile("(.+) (\\S+) this( .*)?");

  private final Texts texts;
  private final KnownSentences sentences;

  HistoryLines(Texts texts, KnownSentences sentences) {
    this.texts = texts;
    this.sentences = sentences;
  }

  public String action(HistoryEntry entry) {
    return action(entry.action());
  }

  private String action(String english) {
    return texts.find("desk.history." + Texts.key(english)).orElse(english);
  }

  public @Nullable String detail(HistoryEntry entry) {
    return entry.detail() == null ? null : detail(entry.action(), entry.detail());
  }

  private String detail(String action, String detail) {
    if (WORDED.contains(action)) {
      return Optional.ofNullable(DETAILS.get(detail)).map(texts::of).orElseGet(() -> way(detail));
    }
    return action.equals("undid")
        ? action(detail)
        : sentences.in(detail).filter(_ -> isOurs(action)).orElse(detail);
  }

  /** Nobody's words: a screen's remark, or why a reader was told nothing. */
  private static boolean isOurs(String action) {
    return action.equals("screened") || action.startsWith("reader ");
  }

  private String way(String detail) {
    var both = FROM_TO.matcher(detail);
    if (both.matches()) {
      return texts.of("desk.detail.from-to", both.group(1), both.group(2));
    }
    var one = WAY.matcher(detail);
    return one.matches() ? texts.of("desk.detail." + one.group(1), one.group(2)) : detail;
  }

  /** What moderation says was done last; empty when it is no such sentence. */
  Optional<String> latest(String english) {
    var match = LATEST.matcher(english);
    return match.matches() ? Optional.of(latest(match)) : Optional.empty();
  }

  private String latest(MatchResult match) {
    var key = "desk.ago." + match.group(3);
    var what = what(match.group(1));
    return match.group(4) == null
        ? texts.of(key, what.words(), match.group(2))
        : texts.of(
            key + ".why", what.words(), match.group(2), detail(what.action(), match.group(4)));
  }

  private Done what(String english) {
    var match = BY_EDITOR.matcher(english);
    if (!match.matches()) {
      return byItself(english);
    }
    var action = match.group(2) + Optional.ofNullable(match.group(3)).orElse("");
    return new Done(action, action(action) + " " + texts.of("desk.tip.by", match.group(1)));
  }

  private Done byItself(String english) {
    var action =
        english.equals("The reader wrote more")
            ? "received more"
            : english.replaceFirst("^(It|The) ", "");
    return new Done(action, action(action));
  }

  private record Done(String action, String words) {}
}
