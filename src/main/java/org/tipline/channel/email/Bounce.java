package org.tipline.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyProgress.Step;
import org.tipline.channel.ReplyReceipt;

/**
 * What a mail server reports of a reply it could not, or at last could, hand over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464: delivery status notifications</a>
 */
final class Bounce {

  private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*([a-z]{1,20})");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status:\\s*([245]\\.[0-9]{1,3}\\.[0-9]{1,3})");
  private static final int LONGEST = 64 << 10;

  private Bounce() {}

  /** The receipt for the reply that {@code token} names; empty when the mail is no such report. */
  static Optional<ReplyReceipt> of(MailPart mail, String token) {
    return report(mail)
        .flatMap(
            report ->
                first(ACTION, report)
                    .map(action -> action.toLowerCase(Locale.ROOT))
                    .map(action -> new ReplyReceipt(token, action, status(report))));
  }

  private static Optional<String> report(MailPart mail) {
    if (!mail.mediaType().equals("multipart/report")) {
      return Optional.empty();
    }
    return mail.children().stream()
        .filter(part -> part.mediaType().equals("message/delivery-status"))
        .map(part -> new String(part.decoded(), US_ASCII))
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST)))
        .findFirst();
  }

  private static Optional<String> first(Pattern field, String report) {
    return field.matcher(report).results().map(found -> found.group(1)).findFirst();
  }

  private static String status(String report) {
    return first(STATUS, report).orElse("");
  }

  /** {@code delayed} is tried for days yet, and says nothing. */
  static ReplyProgress progress(ReplyReceipt receipt) {
    return switch (receipt.status()) {
      case "failed" -> ReplyProgress.failed(reason(receipt.errorCode()), false);
      case "delivered" -> ReplyProgress.of(Step.DELIVERED);
      case "relayed", "expanded" -> ReplyProgress.of(Step.SENT);
      default -> ReplyProgress.UNKNOWN;
    };
  }

  /** By the subject of the code, RFC 3463 §3. */
  private static String reason(@Nullable String status) {
    var code = status == null ? "" : status;
    if (code.matches("5\\.1\\..*")) {
      return "The mail came back: there is no such mailbox.";
    }
    if (code.matches("[45]\\.2\\..*")) {
      return "The mail came back: the mailbox is full or closed.";
    }
    return code.isEmpty()
        ? "The mail came back."
        : "The mail came back: their mail server refused it (" + code + ").";
  }
}
