package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plays Twilio's server on loopback, messages and media, so that the demo talks to nobody. */
@Component
@Profile("demo")
class TwilioPlayed implements SmartLifecycle {

  private static final Pattern MESSAGE =
      Pattern.compile("/2010-04-01/Accounts/[^/]+/Messages(?:/([^/.]+))?(/Media)?\\.json");

  private final DemoSettings settings;
  private final Seeds seeds;
  private final MessagesPlayed messages;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  TwilioPlayed(DemoSettings settings, Seeds seeds, MessagesPlayed messages) {
    this.settings = settings;
    this.seeds = seeds;
    this.messages = messages;
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
      var message = MESSAGE.matcher(path);
      if (!exchange.getRequestHeaders().containsKey("Authorization")) {
        exchange.sendResponseHeaders(401, -1);
      } else if (message.matches()) {
        say(exchange, answer(exchange, message.group(1), message.group(2) != null));
      } else {
        show(exchange, path.substring(path.lastIndexOf('/') + 1));
      }
    }
  }

  private TwilioAnswer answer(HttpExchange exchange, @Nullable String sid, boolean media)
      throws IOException {
    if (sid == null) {
      return exchange.getRequestMethod().equals("POST")
          ? messages.send(
              FormBody.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8)))
          : messages.list(query(exchange));
    }
    return media ? messages.media(sid) : messages.find(sid);
  }

  private static FormBody query(HttpExchange exchange) {
    return FormBody.parse(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
  }

  private static void say(HttpExchange exchange, TwilioAnswer answer) throws IOException {
    var json = JsonMapper.shared().writeValueAsBytes(answer.json());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), json.length);
    exchange.getResponseBody().write(json);
  }

  private void show(HttpExchange exchange, String media) throws IOException {
    var file = seeds.media(media);
    if (file.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.sendResponseHeaders(200, Files.size(file.get()));
      Files.copy(file.get(), exchange.getResponseBody());
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

  /** Open before anybody sends, and until nobody does any more. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
