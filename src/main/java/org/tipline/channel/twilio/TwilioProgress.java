package org.tipline.channel.twilio;

import org.jspecify.annotations.Nullable;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyProgress.Step;
import org.tipline.channel.ReplyReceipt;

/**
 * What Twilio's status callbacks mean.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Status
 *     callbacks</a>
 */
final class TwilioProgress {

  private TwilioProgress() {}

  static ReplyProgress of(ReplyReceipt receipt) {
    return switch (receipt.status()) {
      case "accepted", "scheduled" -> ReplyProgress.of(Step.ACCEPTED);
      case "queued" -> ReplyProgress.of(Step.QUEUED);
      case "sending" -> ReplyProgress.of(Step.SENDING);
      case "sent", "partially_delivered" -> ReplyProgress.of(Step.SENT);
      case "delivered" -> ReplyProgress.of(Step.DELIVERED);
      case "read" -> ReplyProgress.of(Step.READ);
      case "canceled" -> ReplyProgress.failed("It was cancelled at Twilio.", false);
      case "failed", "undelivered" -> failed(receipt.errorCode());
      default -> ReplyProgress.UNKNOWN;
    };
  }

  private static ReplyProgress failed(@Nullable String code) {
    if (code == null || !code.matches("[0-9]{1,6}")) {
      return ReplyProgress.failed("It did not arrive, and Twilio does not say why.", false);
    }
    var number = Integer.parseInt(code);
    var meaning = TwilioErrors.of(number);
    return ReplyProgress.failed(
        TwilioErrors.sentence(number), meaning != null && meaning.optedOut());
  }
}
