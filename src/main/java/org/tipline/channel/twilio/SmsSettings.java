package org.tipline.channel.twilio;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * SMS by Twilio.
 *
 * @param number the short code or number readers write to; the channel is off without it
 */
@ConfigurationProperties("tipline.channels.twilio-sms")
record SmsSettings(@Nullable String number) {}
