package org.tipline.reply;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tipline.moderation.ReaderTips;
import org.tipline.reply.Command.Kind;

/**
 * Reads a command out of a whole message, however it is typed. "Stop the demolition" is a tip: a
 * word only counts when it is all there is.
 */
final class CommandWords {

  /** Characters; a longer message has more to say than a command. */
  private static final int LONGEST = 60;

  private static final String KISWAHILI = "sw";

  private static final Map<String, Command> WORDS =
      Map.ofEntries(
          word("STOP", Kind.STOP, null),
          word("STOPALL", Kind.STOP, null),
          word("UNSUBSCRIBE", Kind.STOP, "en"),
          word("END", Kind.STOP, "en"),
          word("QUIT", Kind.STOP, "en"),
          word("CANCEL", Kind.STOP, "en"),
          word("REVOKE", Kind.STOP, "en"),
          word("OPTOUT", Kind.STOP, "en"),
          word("ACHA", Kind.STOP, KISWAHILI),
          word("ACHENI", Kind.STOP, KISWAHILI),
          word("SIMAMISHA", Kind.STOP, KISWAHILI),
          word("SITISHA", Kind.STOP, KISWAHILI),
          word("KOMESHA", Kind.STOP, KISWAHILI),
          word("NIONDOE", Kind.STOP, KISWAHILI),
          word("START", Kind.START, null),
          word("UNSTOP", Kind.START, null),
          word("ANZA", Kind.START, KISWAHILI),
          word("HELP", Kind.HELP, null),
          word("INFO", Kind.HELP, null),
          word("MSAADA", Kind.HELP, KISWAHILI));

  private static final Map<String, Optional<String>> ASK =
      Map.of("STATUS", Optional.empty(), "HALI", Optional.of(KISWAHILI));

  private static final Set<String> FILLERS =
      Set.of("REF", "REFERENCE", "NO", "NUMBER", "OF", "YA", "NAMBA", "NAMBARI", "KUMBUKUMBU");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** As long as a reference or one off, and with a digit: a word of a sentence has none. */
  private static final Pattern MISTYPED = Pattern.compile("(?=.*[0-9])(?=.*[A-Z])[0-9A-Z]{6,8}");

  private CommandWords() {}

  private static Map.Entry<String, Command> word(
      String word, Kind kind, @Nullable String language) {
    return Map.entry(word, new Command(kind, language, null));
  }

  static Optional<Command> read(String message) {
    if (message.length() > LONGEST) {
      return Optional.empty();
    }
    var words = BETWEEN.splitAsStream(fold(message)).filter(word -> !word.isEmpty()).toList();
    var together = String.join("", words);
    return Optional.ofNullable(WORDS.get(together)).or(() -> ask(words));
  }

  /** Full-width and accented letters, and what cannot be seen, are how some phones type. */
  private static String fold(String message) {
    var apart = Normalizer.normalize(message, Normalizer.Form.NFKD);
    return UNSEEN.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static Optional<Command> ask(List<String> words) {
    if (words.isEmpty() || !ASK.containsKey(words.getFirst())) {
      return Optional.empty();
    }
    var language = ASK.get(words.getFirst()).orElse(null);
    var asked = words.stream().skip(1).filter(word -> !FILLERS.contains(word)).collect(joining());
    if (asked.isEmpty()) {
      return words.size() == 1
          ? Optional.of(new Command(Kind.STATUS, language, null))
          : Optional.empty();
    }
    return reference(asked).map(reference -> new Command(Kind.STATUS, language, reference));
  }

  private static Optional<String> reference(String asked) {
    return ReaderTips.reference(asked)
        .or(() -> Optional.of(asked).filter(written -> MISTYPED.matcher(written).matches()));
  }
}
