package org.tipline.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** Twilio's API as far as it serves files: a small JPEG at every address of one, each its own. */
final class Pictures implements AutoCloseable {

  private static final int SIDE = 16;

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);

  Pictures() throws IOException {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/2010-04-01/Accounts/", this::serve);
    server.start();
  }

  /**
   * For an instance that has its files here; the database has not 24 connections for each of three.
   */
  Map<String, String> settings() {
    return Map.of(
        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
        "10",
        "TIPLINE_TWILIO_APIURL",
        "http://" + authority(),
        "TIPLINE_OUTBOUND_PRIVATEHOSTS",
        authority(),
        "TIPLINE_INTAKE_COLLECT_EVERY",
        "1h",
        "TIPLINE_REPLY_ACKNOWLEDGE",
        "false");
  }

  /** Where the one file of this message is. */
  String address(String messageSid) {
    return "http://%s/2010-04-01/Accounts/%s/Messages/%s/Media/ME%s"
        .formatted(authority(), Client.ACCOUNT, messageSid, messageSid.substring(2));
  }

  private String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (!path.contains("/Media/")) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      var picture = picture(path.hashCode());
      exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
      exchange.sendResponseHeaders(200, picture.length);
      exchange.getResponseBody().write(picture);
    }
  }

  private static byte[] picture(int seed) throws IOException {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (var n = 0; n < SIDE * SIDE; n++) {
      image.setRGB(n % SIDE, n / SIDE, seed * (n + 1));
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
