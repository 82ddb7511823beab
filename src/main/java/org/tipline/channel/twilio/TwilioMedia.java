package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipline.channel.MediaReference;
import org.tipline.channel.MediaUnavailable;
import org.tipline.outbound.Outbound;
import org.tipline.outbound.OutboundFailed;

/**
 * Fetches files from Twilio, which keeps them behind the account's credentials and redirects to
 * short-lived addresses elsewhere.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Media resource</a>
 */
class TwilioMedia {

  private static final Pattern MEDIA_SID = Pattern.compile("ME[0-9a-fA-F]{32}");
  private static final int UNAUTHORIZED = 401;

  private final TwilioAccount account;
  private final Outbound outbound;

  TwilioMedia(TwilioAccount account, Outbound outbound) {
    this.account = account;
    this.outbound = outbound;
  }

  /** Tries each token, so that none of a rotation's two halves loses a file. */
  InputStream open(MediaReference reference) throws MediaUnavailable {
    var address = ours(reference);
    for (var token : account.tokens()) {
      try {
        return outbound.get(address, credentials(token), hosts());
      } catch (OutboundFailed e) {
        if (e.status() != UNAUTHORIZED) {
          throw unavailable(e);
        }
      }
    }
    throw MediaUnavailable.forNow(
        "Twilio refuses the account's token; set tipline.twilio.auth-token to the one in use.");
  }

  /** Credentials go to nothing but the API's own address of a file of this very message. */
  private URI ours(MediaReference reference) throws MediaUnavailable {
    var folder =
        "%s/2010-04-01/Accounts/%s/Messages/%s/Media/"
            .formatted(account.apiUrl(), account.sid(), reference.messageId());
    var locator = reference.locator();
    if (!locator.startsWith(folder)
        || !MEDIA_SID.matcher(locator.substring(folder.length())).matches()) {
      throw MediaUnavailable.forGood(
          "The file's address is not one of this message at tipline.twilio.api-url.");
    }
    return URI.create(locator);
  }

  private Map<String, String> credentials(Secret token) {
    var pair = (account.sid() + ":" + token.value()).getBytes(UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private List<String> hosts() {
    return Stream.concat(
            Stream.of(account.apiUrl().getRawAuthority()), account.mediaHosts().stream())
        .toList();
  }

  /**
   * A 404 right after the webhook is Twilio's store catching up, and a redirect to a host that is
   * not allowed may be a new one of Twilio's: neither may lose a photo before the provider does.
   */
  private static MediaUnavailable unavailable(OutboundFailed failed) {
    return switch (failed.kind()) {
      case REFUSED ->
          MediaUnavailable.forNow(
              failed.reason() + " Twilio's hosts for files are tipline.twilio.media-hosts.");
      case UNREACHABLE -> MediaUnavailable.forNow(failed.reason());
      case ANSWERED -> answered(failed);
    };
  }

  private static MediaUnavailable answered(OutboundFailed failed) {
    return switch (failed.status()) {
      case 403, 410 -> MediaUnavailable.forGood(failed.reason());
      default -> MediaUnavailable.forNow(failed.reason());
    };
  }
}
