package org.tipline.channel;

/**
 * A text that the provider has approved for sending outside a conversation.
 *
 * @param id the provider's id of it (Twilio: ContentSid)
 * @param name how editors call it
 * @param language ISO 639, {@code sw}
 * @param text what it says, its gaps written {@code {{1}}}, {@code {{2}}}
 */
public record ReplyTemplate(String id, String name, String language, String text) {}
