package org.tipline.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * An editor's browser without JavaScript: keeps cookies, sends the anti-forgery token of the page
 * it posts from, follows no redirect. It believes that plain loopback is TLS, as the tests' public
 * address is.
 */
public final class Browser {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final URI root;

  public Browser(int port) {
    this.root = URI.create("http://127.0.0.1:" + port);
  }

  /** Signs {@code editor} in by a link: quick, and not slowed down like passwords. */
  public Browser signIn(UUID editor, SignInLinks links) {
    var link = links.make(editor, Duration.ofMinutes(5));
    var token = link.getRawQuery().substring("token=".length());
    submit(link.getRawPath() + "?" + link.getRawQuery(), "/sign-in/link", Map.of("token", token));
    return this;
  }

  HttpResponse<String> signIn(String email, String password) {
    return submit("/sign-in", "/sign-in", Map.of("username", email, "password", password));
  }

  /** {@code headers} are names and values in turn. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Posts the fields to {@code action} with the token that {@code page} holds. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    var form = new ConcurrentHashMap<>(fields);
    form.put("_csrf", csrf(page));
    return post(action, form);
  }

  public HttpResponse<String> post(String action, Map<String, String> fields) {
    return send("POST", action, form(fields));
  }

  /** Status and headers only: a stream of live events has no end to wait for. */
  HttpResponse<?> head(String method, String path, String form, String... headers) {
    var response = exchange(request(method, path, form, headers), BodyHandlers.ofInputStream());
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response;
  }

  String csrf(String page) {
    var found = CSRF.matcher(get(page, "Accept", "text/html").body());
    return found.find() ? found.group(1) : "";
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    return exchange(request(method, path, body, headers), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    } else if (!body.isEmpty()) {
      request.header("Content-Type", FORM);
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(joining("; ")));
    }
    return request.build();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      var response = client.send(request, handler);
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    for (var cookie : HttpCookie.parse(header)) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
