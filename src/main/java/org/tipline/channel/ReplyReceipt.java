package org.tipline.channel;

import org.jspecify.annotations.Nullable;

/**
 * The provider's word on a reply we sent. Receipts arrive in any order: they are ranked, not
 * trusted to come last.
 *
 * @param externalId the provider's id of the reply
 * @param status the provider's own word for it, in lower case
 * @param errorCode the provider's code when it failed
 */
public record ReplyReceipt(String externalId, String status, @Nullable String errorCode) {}
