package org.tipline.channel;

import java.util.Optional;

/** A channel whose provider calls us over HTTP, at {@code /hooks/{name}}. */
public interface WebhookChannel extends Channel {

  /**
   * Proves on the exact bytes, in constant time and before anything is stored, that the provider
   * sent this and that it is meant for us.
   *
   * @throws ForgedDelivery when it is not; answered 403 and counted, nothing is kept
   * @throws UnacceptableDelivery when it is no request this channel takes at all, such as a body in
   *     another format
   */
  void authenticate(WebhookRequest request) throws ForgedDelivery, UnacceptableDelivery;

  /** The provider's own id of what an authenticated request delivers: the same for every retry. */
  String key(WebhookRequest request);

  /** The answer to a provider that checks the address before it delivers (Meta's hub.challenge). */
  default Optional<WebhookAnswer> handshake(WebhookRequest request) {
    return Optional.empty();
  }

  /** The answer once the delivery is committed, first time or repeat. */
  default WebhookAnswer stored() {
    return WebhookAnswer.EMPTY;
  }

  /** The largest body this channel's provider sends, in bytes. */
  default int maxBytes() {
    return 1 << 20;
  }
}
