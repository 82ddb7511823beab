package org.tipline.bench;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/** The newsroom's mail server, as far as that it takes what it is given. */
final class Postman implements AutoCloseable {

  private final AtomicInteger taken = new AtomicInteger();
  private final SMTPServer server =
      SMTPServer.port(0)
          .bindAddress(InetAddress.getLoopbackAddress())
          .messageHandler((_, _, _, _) -> taken.incrementAndGet())
          .build();

  Postman() {
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  int taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop();
  }
}
