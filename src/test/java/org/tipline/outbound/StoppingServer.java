package org.tipline.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A server that says what it is told to, and then no more. */
class StoppingServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private volatile @Nullable Socket client;

  private StoppingServer(Manner manner) throws IOException {
    Thread.ofVirtual().start(() -> serve(manner));
  }

  static StoppingServer after(String answer) throws IOException {
    return new StoppingServer(client -> write(client, answer));
  }

  static StoppingServer cutting(String answer) throws IOException {
    return new StoppingServer(
        client -> {
          write(client, answer);
          client.close();
        });
  }

  /** Goes on a byte at a time, faster than any read time-out and for ever. */
  static StoppingServer dripping(String answer) throws IOException {
    return new StoppingServer(
        client -> {
          for (write(client, answer); !client.isClosed(); write(client, ".")) {
            LockSupport.parkNanos(20_000_000);
          }
        });
  }

  String host() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  URI address() {
    return URI.create("http://" + host() + "/");
  }

  private void serve(Manner manner) {
    try {
      var accepted = server.accept();
      client = accepted;
      accepted.getInputStream().read(new byte[8192]);
      manner.answer(accepted);
    } catch (IOException e) {
      // The test has ended, or hung up as it should.
      return;
    }
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(US_ASCII));
  }

  @Override
  public void close() throws IOException {
    server.close();
    var accepted = client;
    if (accepted != null) {
      accepted.close();
    }
  }

  @FunctionalInterface
  private interface Manner {

    void answer(Socket client) throws IOException;
  }
}
