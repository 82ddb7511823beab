package org.tipline.channel.twilio;

/**
 * A file of a message, as Twilio lists it.
 *
 * @param sid {@code ME} and 32 hexadecimal digits
 */
record TwilioFile(String sid, String contentType) {}
