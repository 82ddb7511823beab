package org.tipline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An editor who is signed in at a site. */
final class Desk {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** The first of {@link Seed#editors}. */
  Desk(Site site) throws IOException, InterruptedException {
    this(site, "editor1@desk.example");
  }

  Desk(Site site, String editor) throws IOException, InterruptedException {
    this.base = site.gateway().base();
    var page = send(HttpRequest.newBuilder(base.resolve("/sign-in")));
    var csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new IOException("no sign-in page: " + page.statusCode());
    }
    var form =
        "_csrf=%s&username=%s&password=%s"
            .formatted(encode(csrf.group(1)), encode(editor), encode(Site.PASSWORD));
    send(
        HttpRequest.newBuilder(base.resolve("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  String page(String path) throws IOException, InterruptedException {
    var page = send(HttpRequest.newBuilder(base.resolve(path)));
    if (page.statusCode() != 200) {
      throw new IOException(path + " is answered " + page.statusCode());
    }
    return page.body();
  }

  /** Asks for the pages in turn, one after the other on one connection. */
  Round look(List<String> paths, Duration time) throws IOException {
    return HttpLoad.run(base.getPort(), 1, time, requests(paths));
  }

  private Supplier<byte[]> requests(List<String> paths) {
    var turn = new AtomicInteger();
    return () -> get(paths.get(turn.getAndIncrement() % paths.size()), "text/html");
  }

  byte[] get(String path, String accept) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\nCookie: %s\r\n\r\n"
        .formatted(path, base.getAuthority(), accept, cookie())
        .getBytes(US_ASCII);
  }

  private String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
