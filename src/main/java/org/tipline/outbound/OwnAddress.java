package org.tipline.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls this newsroom's own public address, the way readers and providers do: by its name, through
 * whatever stands before us. It may be private and without TLS, and is the only one called here.
 */
@Component
public class OwnAddress {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 << 10;

  private final HttpClient client;
  private final String base;

  OwnAddress(OutboundSettings settings, @Value("${tipline.public-url}") String publicUrl) {
    this.client = Outbound.client(settings).build();
    this.base = publicUrl.strip().replaceAll("/+$", "");
  }

  /** The whole address of {@code path}. */
  public String at(String path) {
    return base + path;
  }

  /**
   * Reads a page of ours; a redirect is not followed.
   *
   * @throws OutboundFailed when there is no answer within 10 s
   */
  public OwnAnswer get(String path) throws OutboundFailed {
    return send(request(path).GET());
  }

  /**
   * Posts a form to us.
   *
   * @param form percent-encoded as it goes over the wire
   * @throws OutboundFailed when there is no answer within 10 s
   */
  public OwnAnswer post(String path, Map<String, String> headers, String form)
      throws OutboundFailed {
    var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::header);
    return send(request.POST(BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(at(path)))
        .timeout(PATIENCE)
        .header("User-Agent", "Tipline");
  }

  private OwnAnswer send(HttpRequest.Builder building) throws OutboundFailed {
    var request = building.build();
    var target = admit(request.uri());
    try {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        return new OwnAnswer(
            answer.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw OutboundFailed.unreachable(target.authority() + " could not be reached.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OutboundFailed.unreachable("Stopped while calling " + target.authority() + ".", e);
    }
  }

  private Target admit(URI address) throws OutboundFailed {
    var ours = List.of(Target.of(URI.create(base)).authority());
    return new Guard(ours, InetAddress::getAllByName).admit(address, ours);
  }
}
