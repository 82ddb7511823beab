package org.tipline.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Delivery;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.WebhookAnswer;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/**
 * Where providers call us. An answer has the channel's own words or no body at all: Twilio texts a
 * {@code text/plain} body to the reader.
 *
 * @see <a href="https://www.twilio.com/docs/api/twiml/sms/your_response">Twilio: your response</a>
 */
@RestController
class WebhookController {

  private final Channels channels;
  private final Intake intake;
  private final Refusals refusals;
  private final Clock clock;

  WebhookController(Channels channels, Intake intake, Refusals refusals, Clock clock) {
    this.channels = channels;
    this.intake = intake;
    this.refusals = refusals;
    this.clock = clock;
  }

  @RequestMapping({"/hooks/{name}", "/hooks/{name}/**"})
  ResponseEntity<byte[]> receive(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    var channel = find(name);
    if (channel.isEmpty()) {
      return empty(HttpStatus.NOT_FOUND);
    }
    var body = request.getInputStream().readNBytes(channel.get().maxBytes() + 1);
    if (body.length > channel.get().maxBytes()) {
      return empty(HttpStatus.CONTENT_TOO_LARGE);
    }
    return receive(channel.get(), webhookRequest(request, body));
  }

  private Optional<WebhookChannel> find(String name) {
    try {
      return channels.find(new ChannelName(name), WebhookChannel.class);
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private ResponseEntity<byte[]> receive(WebhookChannel channel, WebhookRequest request) {
    try {
      var handshake = channel.handshake(request);
      if (handshake.isPresent()) {
        return answer(handshake.get());
      }
      channel.authenticate(request);
      intake.accept(
          new Delivery(
              channel.name(), channel.key(request), clock.instant(), Map.of(), request.body()));
      return answer(channel.stored());
    } catch (ForgedDelivery e) {
      refusals.add(channel.name(), String.valueOf(e.getMessage()));
      return empty(HttpStatus.FORBIDDEN);
    } catch (UnacceptableDelivery e) {
      refusals.add(channel.name(), String.valueOf(e.getMessage()));
      return ResponseEntity.status(e.status()).build();
    } catch (StoreAway e) {
      refusals.add(channel.name(), e.getMessage() + "; the provider was asked to try again");
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5")
          .build();
    }
  }

  private static ResponseEntity<byte[]> empty(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }

  private static ResponseEntity<byte[]> answer(WebhookAnswer answer) {
    var response = ResponseEntity.status(answer.status());
    return answer.contentType() == null
        ? response.build()
        : response.header(HttpHeaders.CONTENT_TYPE, answer.contentType()).body(answer.body());
  }

  private static WebhookRequest webhookRequest(HttpServletRequest request, byte[] body) {
    return new WebhookRequest(
        request.getMethod(),
        request.getRequestURI(),
        request.getQueryString(),
        headers(request),
        body);
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    var headers = new LinkedHashMap<String, List<String>>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(
            name ->
                headers.put(
                    name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name))));
    return headers;
  }
}
