package org.tipline.outbound;

import org.jspecify.annotations.Nullable;

/** A call that did not succeed: refused by us, unreachable, or answered badly. */
public class OutboundFailed extends Exception {

  private final Kind kind;
  private final int status;
  private final String reason;

  /** Whose fault, and whether to try again. */
  public enum Kind {
    /** We did not call: the host is not allowed, the address is private, too many redirects. */
    REFUSED,
    /** No answer: connection, TLS or time-out. */
    UNREACHABLE,
    /** An answer with another status than asked for; {@link #status} has it. */
    ANSWERED
  }

  public OutboundFailed(Kind kind, int status, String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.status = status;
    this.reason = reason;
  }

  static OutboundFailed refused(String reason) {
    return new OutboundFailed(Kind.REFUSED, 0, reason, null);
  }

  static OutboundFailed unreachable(String reason, Throwable cause) {
    return new OutboundFailed(Kind.UNREACHABLE, 0, reason, cause);
  }

  static OutboundFailed answered(Target target, int status) {
    return new OutboundFailed(
        Kind.ANSWERED, status, target.host() + " answered " + status + ".", null);
  }

  public Kind kind() {
    return kind;
  }

  /** The HTTP status of the last answer, 0 when there was none. */
  public int status() {
    return status;
  }

  /** A sentence for an administrator; it names a host, never a path, which may be a secret. */
  public String reason() {
    return reason;
  }
}
