package org.tipline.channel.twilio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ProviderAway;

/**
 * A call to Twilio's API that did not succeed. Its message is a sentence for an administrator and
 * never Twilio's own words, which quote numbers.
 *
 * @see <a href="https://www.twilio.com/docs/usage/twilios-response">Twilio: responses</a>
 */
class TwilioFailed extends Exception {

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;

  private final Kind kind;
  private final int status;
  private final int code;
  private final @Nullable Duration retryAfter;

  /** Whether what we asked for was done, and whether to ask again. */
  enum Kind {
    /** 4xx: not done, and not the next time either unless something is changed. */
    REFUSED,
    /** 429: not done; {@link #retryAfter} may say when. */
    BUSY,
    /** No connection: not done. */
    UNREACHABLE,
    /** 5xx, or an answer that is none: perhaps done. */
    BROKEN,
    /** The request went out and no answer came: perhaps done. */
    UNANSWERED
  }

  private TwilioFailed(
      Kind kind,
      int status,
      int code,
      @Nullable Duration retryAfter,
      String reason,
      @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** {@code code} is Twilio's own, 0 when the answer has none. */
  static TwilioFailed answered(int status, int code, @Nullable Duration retryAfter) {
    var told = code == 0 ? "" + status : status + ", error " + code;
    if (status == TOO_MANY) {
      var reason = "Twilio asks us to slow down (" + told + ").";
      return new TwilioFailed(Kind.BUSY, status, code, retryAfter, reason, null);
    }
    if (status == UNAUTHORIZED) {
      var reason =
          "Twilio refuses the account's token ("
              + told
              + "); set tipline.twilio.auth-token to the one in use.";
      return new TwilioFailed(Kind.REFUSED, status, code, null, reason, null);
    }
    var kind = status / 100 == 4 ? Kind.REFUSED : Kind.BROKEN;
    return new TwilioFailed(kind, status, code, retryAfter, "Twilio answered " + told + ".", null);
  }

  /** A success whose body is not what the API promises. */
  static TwilioFailed unreadable(int status, @Nullable Throwable cause) {
    var reason = "Twilio's answer cannot be read; is tipline.twilio.api-url its API?";
    return new TwilioFailed(Kind.BROKEN, status, 0, null, reason, cause);
  }

  static TwilioFailed unreachable(String host, Throwable cause) {
    var reason = "No connection to " + host + ".";
    return new TwilioFailed(Kind.UNREACHABLE, 0, 0, null, reason, cause);
  }

  static TwilioFailed unanswered(String host, Throwable cause) {
    var reason = host + " took a call and did not answer it.";
    return new TwilioFailed(Kind.UNANSWERED, 0, 0, null, reason, cause);
  }

  Kind kind() {
    return kind;
  }

  /** The HTTP status, 0 when no answer came. */
  int status() {
    return status;
  }

  /** Twilio's error code, 0 when there is none. */
  int code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What the rooms beyond this channel hear of it. */
  ProviderAway away() {
    return new ProviderAway(String.valueOf(getMessage()), retryAfter, this);
  }

  /** The account's token is not the one in use: an operator can change that. */
  boolean isUnauthorized() {
    return status == UNAUTHORIZED;
  }

  /** Whatever is asked for now ends like this. */
  boolean isOfEveryCall() {
    return kind == Kind.BUSY || kind == Kind.UNREACHABLE || isUnauthorized();
  }

  boolean isNotFound() {
    return status == NOT_FOUND;
  }
}
