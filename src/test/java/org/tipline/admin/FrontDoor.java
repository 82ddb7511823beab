package org.tipline.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/** A proxy before the application, at an address that is known before the application starts. */
final class FrontDoor {

  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  /** Where it hands calls on to; 0: nowhere, so that it answers 502. */
  private volatile int port;

  FrontDoor() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void leadTo(int port) {
    this.port = port;
  }

  void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (port == 0) {
        exchange.sendResponseHeaders(502, -1);
      } else {
        handOn(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOn(HttpExchange exchange) throws IOException, InterruptedException {
    var asked = URI.create("http://127.0.0.1:" + port + exchange.getRequestURI());
    var body = BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes());
    var request = HttpRequest.newBuilder(asked).method(exchange.getRequestMethod(), body);
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .forEach(header -> request.header(header.getKey(), header.getValue().getFirst()));
    var answer = client.send(request.build(), BodyHandlers.ofByteArray());
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}
