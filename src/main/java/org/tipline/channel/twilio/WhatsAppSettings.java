package org.tipline.channel.twilio;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * WhatsApp by Twilio.
 *
 * @param number the number readers write to, {@code +254…}; the channel is off without it
 */
@ConfigurationProperties("tipline.channels.twilio-whatsapp")
record WhatsAppSettings(@Nullable String number) {}
