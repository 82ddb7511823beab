package org.tipline.channel.twilio;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tipline.channel.Mark;

/**
 * Tells when Twilio has answered STOP, START or HELP by itself: always for a long code, by Advanced
 * Opt-Out for a Messaging Service, and never for a short code on its own.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Advanced
 *     Opt-Out</a>
 * @see <a href="https://support.twilio.com/hc/en-us/articles/223181748">Short codes</a>
 */
final class OptOutWords {

  private static final Pattern LONG_CODE = Pattern.compile("\\+?[0-9]{7,15}");

  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

  /** Without YES, which is also how people answer an editor's question. */
  private static final Set<String> START = Set.of("START", "UNSTOP");

  private static final Set<String> HELP = Set.of("HELP", "INFO");

  private OptOutWords() {}

  static Optional<Mark> answered(TwilioForm form) {
    return switch (form.text("OptOutType")) {
      case "STOP" -> Optional.of(Mark.STOP_ANSWERED);
      case "START" -> Optional.of(Mark.START_ANSWERED);
      case "HELP" -> Optional.of(Mark.HELP_ANSWERED);
      default ->
          LONG_CODE.matcher(form.text("To")).matches()
              ? onLongCode(form.text("Body").strip().toUpperCase(Locale.ROOT))
              : Optional.empty();
    };
  }

  private static Optional<Mark> onLongCode(String body) {
    if (STOP.contains(body)) {
      return Optional.of(Mark.STOP_ANSWERED);
    }
    if (START.contains(body)) {
      return Optional.of(Mark.START_ANSWERED);
    }
    return HELP.contains(body) ? Optional.of(Mark.HELP_ANSWERED) : Optional.empty();
  }
}
