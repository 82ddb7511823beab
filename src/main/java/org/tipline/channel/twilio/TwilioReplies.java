package org.tipline.channel.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SendOutcome.Accepted;
import org.tipline.channel.SendOutcome.Refused;
import org.tipline.channel.SendOutcome.TryLater;
import org.tipline.channel.SendOutcome.Uncertain;

/** Sends replies by Twilio, and finds those again of which nobody knows whether it has them. */
class TwilioReplies {

  /** To connect and again to be answered: less than the 15 seconds a channel has in all. */
  static final Duration TIMEOUT = Duration.ofSeconds(7);

  /** Twilio's clock and ours are not the same. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private static final int MOST_PAGES = 10;

  /** Twilio sends by itself too: what it says to STOP is {@code outbound-reply}. */
  private static final String BY_API = "outbound-api";

  private final TwilioApi api;
  private final String from;
  private final String callback;

  /** {@code from} is our address as Twilio writes it, {@code callback} where receipts go. */
  TwilioReplies(TwilioApi api, String from, String callback) {
    this.api = api;
    this.from = from;
    this.callback = callback;
  }

  /** {@code to} as Twilio writes it. */
  SendOutcome send(String to, String body, OutgoingReply reply) {
    try {
      var message = new TwilioSending(to, from, body, reply.template(), callback);
      return new Accepted(api.send(message).sid());
    } catch (TwilioFailed e) {
      return outcome(e);
    }
  }

  private static SendOutcome outcome(TwilioFailed failed) {
    return switch (failed.kind()) {
      case REFUSED -> refused(failed);
      case BUSY, UNREACHABLE -> new TryLater(sentence(failed), failed.retryAfter().orElse(null));
      case BROKEN, UNANSWERED -> new Uncertain(sentence(failed));
    };
  }

  private static SendOutcome refused(TwilioFailed failed) {
    var meaning = TwilioErrors.of(failed.code());
    if (failed.isUnauthorized() || (meaning != null && meaning.isForNow())) {
      return new TryLater(sentence(failed), null);
    }
    return new Refused(sentence(failed), meaning != null && meaning.optedOut());
  }

  private static String sentence(TwilioFailed failed) {
    var isRefusal = failed.kind() == TwilioFailed.Kind.REFUSED && failed.code() != 0;
    return isRefusal || TwilioErrors.of(failed.code()) != null
        ? TwilioErrors.sentence(failed.code())
        : String.valueOf(failed.getMessage());
  }

  /**
   * By recipient and words, since Twilio keeps no id of ours. The list is not narrowed by the day
   * it was sent: a message that waits there has none yet.
   */
  SendOutcome lookUp(String to, String body, OutgoingReply reply, Set<String> others) {
    try {
      return find(to, body, reply, others);
    } catch (TwilioFailed e) {
      return new Uncertain(sentence(e));
    }
  }

  private SendOutcome find(String to, String body, OutgoingReply reply, Set<String> others)
      throws TwilioFailed {
    var candidates = candidates(to, reply.firstTriedAt().minus(CLOCKS_APART), others);
    return candidates.stream()
        .filter(candidate -> words(candidate.body()).equals(words(body)))
        .<SendOutcome>map(candidate -> new Accepted(candidate.sid()))
        .findFirst()
        .orElseGet(() -> notFound(candidates));
  }

  private List<TwilioMessage> candidates(String to, Instant since, Set<String> others)
      throws TwilioFailed {
    var found = new ArrayList<TwilioMessage>();
    var page = api.messagesTo(to);
    for (var pages = 1; ; pages++) {
      page.messages().stream()
          .filter(message -> isCandidate(message, since, others))
          .forEach(found::add);
      if (page.next() == null || pages == MOST_PAGES || isOver(page.messages(), since)) {
        return found;
      }
      page = api.page(page.next());
    }
  }

  private static boolean isCandidate(TwilioMessage message, Instant since, Set<String> others) {
    return message.direction().equals(BY_API)
        && !others.contains(message.sid())
        && (message.createdAt() == null || !message.createdAt().isBefore(since));
  }

  /** The newest come first. */
  private static boolean isOver(List<TwilioMessage> messages, Instant since) {
    return messages.stream()
        .anyMatch(message -> message.createdAt() != null && message.createdAt().isBefore(since));
  }

  /** What we do not know may be it, in words that Twilio has changed: then nobody can tell. */
  private static SendOutcome notFound(List<TwilioMessage> strangers) {
    return strangers.isEmpty()
        ? new TryLater("Twilio does not have it.", null)
        : new Uncertain("Twilio has a message to the reader that may be this one.");
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
