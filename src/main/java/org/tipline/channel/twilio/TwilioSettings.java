package org.tipline.channel.twilio;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The newsroom's account at Twilio; blank is the same as absent.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken the account's primary token; an API key does not sign webhooks
 * @param secondaryAuthToken accepted too, while one token replaces the other
 * @param mediaHosts where {@code apiUrl} may redirect to for a file, as {@code Outbound} takes them
 * @param deleteAfter how long Twilio keeps what readers sent
 */
@ConfigurationProperties("tipline.twilio")
record TwilioSettings(
    @Nullable String accountSid,
    @Nullable Secret authToken,
    @Nullable Secret secondaryAuthToken,
    @DefaultValue("https://api.twilio.com") URI apiUrl,
    @DefaultValue({"mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com"})
        List<String> mediaHosts,
    @DefaultValue("never") DeleteAfter deleteAfter) {

  TwilioSettings {
    accountSid = accountSid == null || accountSid.isBlank() ? null : accountSid.strip();
    authToken = authToken == null || authToken.isBlank() ? null : authToken;
    secondaryAuthToken =
        secondaryAuthToken == null || secondaryAuthToken.isBlank() ? null : secondaryAuthToken;
    apiUrl = URI.create(apiUrl.toString().replaceFirst("/+$", ""));
    mediaHosts = List.copyOf(mediaHosts);
  }
}
