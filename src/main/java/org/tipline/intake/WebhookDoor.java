package org.tipline.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Delivery;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.WebhookAnswer;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/**
 * Where providers call us, at {@code /hooks/{name}[/**]}. An answer has the channel's own words or
 * no body at all: Twilio texts a {@code text/plain} body to the reader.
 *
 * @see <a href="https://www.twilio.com/docs/api/twiml/sms/your_response">Twilio: your response</a>
 */
@Component
class WebhookDoor {

  static final String PATH = "/hooks/";

  private final Channels channels;
  private final Intake intake;
  private final Refusals refusals;
  private final Clock clock;

  WebhookDoor(Channels channels, Intake intake, Refusals refusals, Clock clock) {
    this.channels = channels;
    this.intake = intake;
    this.refusals = refusals;
    this.clock = clock;
  }

  void receive(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var answer = answer(request);
    response.setStatus(answer.status());
    if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    }
    response.setContentLength(answer.body().length);
    if (answer.contentType() != null) {
      response.setHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
      response.getOutputStream().write(answer.body());
    }
  }

  private WebhookAnswer answer(HttpServletRequest request) throws IOException {
    var channel = find(request.getRequestURI());
    if (channel.isEmpty()) {
      return empty(HttpServletResponse.SC_NOT_FOUND);
    }
    var body = request.getInputStream().readNBytes(channel.get().maxBytes() + 1);
    if (body.length > channel.get().maxBytes()) {
      return empty(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
    return answer(channel.get(), webhookRequest(request, body));
  }

  private Optional<WebhookChannel> find(String path) {
    var name = path.startsWith(PATH) ? path.substring(PATH.length()).split("/", 2)[0] : "";
    try {
      return channels.find(new ChannelName(name), WebhookChannel.class);
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  private WebhookAnswer answer(WebhookChannel channel, WebhookRequest request) {
    try {
      var handshake = channel.handshake(request);
      if (handshake.isPresent()) {
        return handshake.get();
      }
      channel.authenticate(request);
      intake.accept(
          new Delivery(
              channel.name(), channel.key(request), clock.instant(), Map.of(), request.body()));
      return channel.stored();
    } catch (ForgedDelivery e) {
      refusals.add(channel.name(), String.valueOf(e.getMessage()));
      return empty(HttpServletResponse.SC_FORBIDDEN);
    } catch (UnacceptableDelivery e) {
      refusals.add(channel.name(), String.valueOf(e.getMessage()));
      return empty(e.status());
    } catch (StoreAway e) {
      refusals.add(channel.name(), e.getMessage() + "; the provider was asked to try again");
      return empty(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private static WebhookAnswer empty(int status) {
    return new WebhookAnswer(status, null, new byte[0]);
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
