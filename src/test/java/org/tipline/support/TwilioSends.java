package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Plays the sending side of Twilio on loopback: takes every message, and does after that what the
 * message's last word says. What it took is in its list, as Twilio's is.
 */
public final class TwilioSends implements AutoCloseable {

  /** Takes the message and never answers. */
  public static final String HANG = "#hang";

  /** Takes the message and breaks the connection. */
  public static final String BREAK = "#break";

  /** Takes the message and says 503. */
  public static final String FAIL = "#fail";

  private final Map<String, List<Message>> byRecipient = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Duration latency;

  public TwilioSends(Duration latency) throws IOException {
    this.latency = latency;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/2010-04-01/", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The words of all messages it has taken. */
  public List<String> taken() {
    return byRecipient.values().stream().flatMap(List::stream).map(Message::body).toList();
  }

  /** When the message with these words reached it, by {@link System#nanoTime}. */
  public Optional<Long> arrival(String words) {
    return byRecipient.values().stream()
        .flatMap(List::stream)
        .filter(message -> message.body().equals(words))
        .map(Message::nanos)
        .findFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      send(exchange, form(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    } else {
      list(exchange, form(exchange.getRequestURI().getRawQuery()));
    }
  }

  private void send(HttpExchange exchange, Map<String, String> form) throws IOException {
    var message =
        new Message(
            TwilioCaller.messageSid(),
            form.getOrDefault("Body", ""),
            Instant.now(),
            System.nanoTime());
    byRecipient
        .computeIfAbsent(form.getOrDefault("To", ""), _ -> new CopyOnWriteArrayList<>())
        .add(message);
    pause(latency);
    switch (message.body().replaceFirst(".* ", "")) {
      case HANG -> pause(Duration.ofMinutes(1));
      case BREAK -> exchange.close();
      case FAIL -> answer(exchange, 503, "{}");
      default -> answer(exchange, 201, message.json());
    }
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    var messages =
        byRecipient.getOrDefault(query.getOrDefault("To", ""), List.of()).reversed().stream()
            .map(Message::json)
            .collect(joining(","));
    answer(exchange, 200, "{\"messages\":[" + messages + "],\"next_page_uri\":null}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      var body = json.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String encoded) {
    var form = new HashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      var parts = pair.split("=", 2);
      form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private record Message(String sid, String body, Instant at, long nanos) {

    String json() {
      var created = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
      return """
      {"sid":"%s","direction":"outbound-api","status":"queued","body":"%s","date_created":"%s"}
      """
          .formatted(sid, body, created);
    }
  }
}
