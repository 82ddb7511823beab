package org.tipline.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try to send a reply. Every reason is a sentence for an editor, without the
 * reader's words or address.
 */
public sealed interface SendOutcome {

  /** The provider has it; {@code externalId} is its id, by which receipts name the reply. */
  record Accepted(String externalId) implements SendOutcome {}

  /**
   * Surely not sent, and worth another try.
   *
   * @param after how long the provider asks us to wait, null when it does not say
   */
  record TryLater(String reason, @Nullable Duration after) implements SendOutcome {}

  /**
   * Never to be sent like this.
   *
   * @param optedOut the reader has told the provider to take nothing more from us
   */
  record Refused(String reason, boolean optedOut) implements SendOutcome {}

  /**
   * The provider may have it or not: a time-out, a 5xx, a broken connection. It is looked up before
   * anything is sent again, since a provider has no key by which it would know a second try.
   */
  record Uncertain(String reason) implements SendOutcome {}
}
