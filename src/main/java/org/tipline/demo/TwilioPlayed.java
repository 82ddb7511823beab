package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays Twilio on loopback, so that the demo talks to nobody: its files, and its list of messages,
 * in which there is never one that was missed.
 */
@Component
@Profile("demo")
class TwilioPlayed implements SmartLifecycle {

  private static final byte[] NO_MESSAGES = "{\"messages\": []}".getBytes(UTF_8);

  private final DemoSettings settings;
  private final Seeds seeds;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  TwilioPlayed(DemoSettings settings, Seeds seeds) {
    this.settings = settings;
    this.seeds = seeds;
  }

  String address() {
    return "http://127.0.0.1:" + settings.twilioPort();
  }

  @Override
  public void start() {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.twilioPort());
    try {
      var started = HttpServer.create(loopback, 0);
      started.setExecutor(threads);
      started.createContext("/2010-04-01/", this::answer);
      started.start();
      server = started;
    } catch (IOException e) {
      throw new PortTaken("tipline.demo.twilio-port", settings.twilioPort(), e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var file = seeds.media(path.substring(path.lastIndexOf('/') + 1));
      if (!exchange.getRequestHeaders().containsKey("Authorization")) {
        exchange.sendResponseHeaders(401, -1);
      } else if (path.endsWith("/Messages.json")) {
        exchange.sendResponseHeaders(200, NO_MESSAGES.length);
        exchange.getResponseBody().write(NO_MESSAGES);
      } else if (file.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, Files.size(file.get()));
        Files.copy(file.get(), exchange.getResponseBody());
      }
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
