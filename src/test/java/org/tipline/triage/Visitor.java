package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tipline.account.Seats;

/** An editor who has signed in and works at the desk, without JavaScript. */
final class Visitor {

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI root;
  private final UUID id;
  private final Supplier<Seats> seats;

  Visitor(int port, UUID id, Supplier<Seats> seats) {
    this.root = URI.create("http://127.0.0.1:" + port);
    this.id = id;
    this.seats = seats;
  }

  UUID id() {
    return id;
  }

  Seats seats() {
    return seats.get();
  }

  Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  HttpResponse<String> get(String path, String... headers) {
    return get(path, BodyHandlers.ofString(), headers);
  }

  <T> HttpResponse<T> get(String path, BodyHandler<T> body, String... headers) {
    var request = HttpRequest.newBuilder(root.resolve(path)).GET();
    return send(headers.length == 0 ? request : request.headers(headers), body);
  }

  /** Sends a form as the page at {@code from} would: with its token. */
  HttpResponse<String> submit(
      String from, String to, Map<String, String> fields, String... headers) {
    var token = page(from).select("input[name=_csrf]").attr("value");
    return post(to, "_csrf=" + encode(token) + "&" + form(fields), headers);
  }

  HttpResponse<String> post(String to, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(root.resolve(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers), BodyHandlers.ofString());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
