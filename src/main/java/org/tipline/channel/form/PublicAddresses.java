package org.tipline.channel.form;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What each channel's settings say of the address that readers write to; null when it is off. */
@ConfigurationProperties("tipline.channels")
record PublicAddresses(
    @Nullable Line twilioSms, @Nullable Line twilioWhatsapp, @Nullable Mailbox email) {

  record Line(@Nullable String number) {}

  record Mailbox(@Nullable String address) {}
}
