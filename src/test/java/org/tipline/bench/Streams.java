package org.tipline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Open desks that listen for what is new. */
final class Streams implements AutoCloseable {

  /** One editor may have a few more. */
  private static final int OF_AN_EDITOR = 10;

  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger pieces = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();

  Streams(Site site, int count) throws IOException, InterruptedException {
    new Seed(site.sql()).editors(count / OF_AN_EDITOR);
    var desk = new Desk(site);
    for (var n = 0; n < count; n++) {
      if (n % OF_AN_EDITOR == 0) {
        desk = new Desk(site, "editor" + (1 + n / OF_AN_EDITOR) + "@desk.example");
      }
      open(site, desk.get("/desk/events", "text/event-stream"));
    }
    // each reads nothing at first, and then that it is connected
    await().atMost(Duration.ofSeconds(30)).until(() -> pieces.get() >= 2 * count);
  }

  private void open(Site site, byte[] request) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), site.port());
    socket.getOutputStream().write(request);
    sockets.add(socket);
    Thread.startVirtualThread(() -> read(socket));
  }

  private void read(Socket socket) {
    var piece = new byte[8_192];
    try {
      for (var n = 0; n >= 0; n = socket.getInputStream().read(piece)) {
        pieces.incrementAndGet();
        if (new String(piece, 0, n, US_ASCII).contains("event:queue")) {
          changes.incrementAndGet();
        }
      }
    } catch (IOException closed) {
      // the measurement is over
    }
  }

  /** How much they have heard so far. */
  int heard() {
    return pieces.get();
  }

  /** How often any of them was told that the queue has changed. */
  int changes() {
    return changes.get();
  }

  @Override
  public void close() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
