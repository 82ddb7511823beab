package org.tipline.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** A wire to a port of this machine on which every piece can be held up. */
final class SlowWire implements Closeable {

  private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  private final int target;
  private volatile Duration delay = Duration.ZERO;

  SlowWire(int target) throws IOException {
    this.target = target;
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void delay(Duration each) {
    delay = each;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var near = door.accept();
        Thread.startVirtualThread(() -> connect(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    try (near;
        var far = new Socket(InetAddress.getLoopbackAddress(), target)) {
      var back = Thread.startVirtualThread(() -> pump(far, near));
      pump(near, far);
      back.join();
    } catch (IOException e) {
      // the caller sees a closed connection, as with the real one
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    var piece = new byte[8192];
    try {
      for (var n = from.getInputStream().read(piece);
          n >= 0;
          n = from.getInputStream().read(piece)) {
        Thread.sleep(delay);
        to.getOutputStream().write(piece, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is broken anyway
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
