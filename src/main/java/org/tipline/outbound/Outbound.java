package org.tipline.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one client for addresses that others name. */
@Component
public class Outbound {

  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Duration POST_TIMEOUT = Duration.ofSeconds(10);

  private final OutboundSettings settings;
  private final HttpClient client;
  private final Guard guard;

  @Autowired
  public Outbound(OutboundSettings settings) {
    this(settings, client(settings).build(), InetAddress::getAllByName);
  }

  Outbound(OutboundSettings settings, HttpClient client, HostLookup lookup) {
    this.settings = settings;
    this.client = client;
    this.guard = new Guard(settings.privateHosts(), lookup);
  }

  /** No proxy: behind one we could not tell where a call ends. */
  static HttpClient.Builder client(OutboundSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(settings.connectTimeout())
        .executor(Executors.newVirtualThreadPerTaskExecutor());
  }

  /**
   * Opens {@code address} with GET. Redirects are followed by hand, at most three, only to allowed
   * hosts and never from https to http; {@code headers} stop at the first other host. Reading the
   * stream fails once it is too long or too slow by {@link OutboundSettings}; the caller closes it.
   *
   * @param allowedHosts exact host names, or {@code .suffix} for all below it; {@code host:port}
   *     where the port is not the scheme's own
   * @throws OutboundFailed when refused, unreachable, or answered with anything but 200
   */
  public InputStream get(URI address, Map<String, String> headers, List<String> allowedHosts)
      throws OutboundFailed {
    var patience = new Patience(settings.readTimeout(), settings.totalTimeout());
    var target = guard.admit(address, allowedHosts);
    var sent = headers;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      var answer = send(target, getting(target, sent, patience.untilAnswer()));
      if (answer.statusCode() == 200) {
        return new CappedStream(answer.body(), settings.maxBytes().toBytes(), patience);
      }
      discard(answer);
      var next = next(target, answer, allowedHosts);
      sent = next.hasOriginOf(target) ? sent : Map.of();
      target = next;
    }
    throw OutboundFailed.refused("More than " + MAX_REDIRECTS + " redirects are not followed.");
  }

  /**
   * Posts a JSON document to an address an administrator configured; a redirect is not followed.
   *
   * @throws OutboundFailed when refused, unreachable within 10 s, or answered with anything but 2xx
   */
  public void post(URI address, String json) throws OutboundFailed {
    var target = guard.admit(address, List.of(Target.of(address).authority()));
    var request =
        request(target, POST_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    var answer = send(target, request);
    discard(answer);
    if (answer.statusCode() / 100 != 2) {
      throw OutboundFailed.answered(target, answer.statusCode());
    }
  }

  private static HttpRequest getting(Target target, Map<String, String> headers, Duration timeout) {
    var request = request(target, timeout).GET();
    headers.forEach(request::header);
    return request.build();
  }

  private static HttpRequest.Builder request(Target target, Duration timeout) {
    return HttpRequest.newBuilder(target.address())
        .timeout(timeout)
        .header("User-Agent", "Tipline");
  }

  private HttpResponse<InputStream> send(Target target, HttpRequest request) throws OutboundFailed {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw OutboundFailed.unreachable(target.authority() + " could not be reached.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OutboundFailed.unreachable("Stopped while calling " + target.authority() + ".", e);
    }
  }

  /** The body of an answer that is not the one asked for is never read. */
  private static void discard(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException e) {
      // Nothing was wanted of it, so nothing is lost.
      return;
    }
  }

  private Target next(Target target, HttpResponse<?> answer, List<String> allowedHosts)
      throws OutboundFailed {
    var location = answer.headers().firstValue("Location");
    if (!REDIRECTS.contains(answer.statusCode()) || location.isEmpty()) {
      throw OutboundFailed.answered(target, answer.statusCode());
    }
    var next = guard.admit(resolve(target, location.get()), allowedHosts);
    if (target.isSecure() && !next.isSecure()) {
      throw OutboundFailed.refused("A redirect from https to http is not followed.");
    }
    return next;
  }

  private static URI resolve(Target target, String location) throws OutboundFailed {
    try {
      return target.address().resolve(location);
    } catch (IllegalArgumentException e) {
      throw OutboundFailed.refused(target.host() + " redirected to no readable address.");
    }
  }
}
