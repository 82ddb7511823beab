package org.tipline.channel.twilio;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.HalfConfigured;

/**
 * An account with all that a channel needs of it.
 *
 * @param tokens the primary one first
 */
record TwilioAccount(
    String sid, List<Secret> tokens, URI apiUrl, List<String> mediaHosts, DeleteAfter deleteAfter) {

  /** {@code because} is the setting that asks for an account. */
  static TwilioAccount of(TwilioSettings settings, String because) {
    var sid = required(settings.accountSid(), "tipline.twilio.account-sid", because);
    var token = required(settings.authToken(), "tipline.twilio.auth-token", because);
    var tokens = Stream.of(token, settings.secondaryAuthToken()).filter(Objects::nonNull).toList();
    return new TwilioAccount(
        sid, tokens, settings.apiUrl(), settings.mediaHosts(), settings.deleteAfter());
  }

  private static <T> T required(@Nullable T value, String key, String because) {
    if (value == null) {
      throw new HalfConfigured(key, because);
    }
    return value;
  }
}
