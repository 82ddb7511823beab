package org.tipline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps a number of connections busy, each with one request after the other. One thread does it
 * all, for the sender has the same cores as what it measures.
 */
final class HttpLoad implements AutoCloseable {

  private final InetSocketAddress server;
  private final Supplier<byte[]> requests;
  private final Selector selector = Selector.open();
  private final ByteBuffer piece = ByteBuffer.allocateDirect(64 << 10);
  private final Samples samples = new Samples();
  private long end;

  private HttpLoad(int port, Supplier<byte[]> requests) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.requests = requests;
  }

  /** Every answer must be a 200. */
  static Round run(int port, int connections, Duration time, Supplier<byte[]> requests)
      throws IOException {
    try (var load = new HttpLoad(port, requests)) {
      return load.run(connections, time);
    }
  }

  private Round run(int connections, Duration time) throws IOException {
    for (var n = 0; n < connections; n++) {
      connect();
    }
    var began = System.nanoTime();
    end = began + time.toNanos();
    for (var key : selector.keys()) {
      ((Caller) key.attachment()).send();
    }
    while (!selector.keys().isEmpty()) {
      selector.select(1_000);
      for (var key : List.copyOf(selector.selectedKeys())) {
        receive((Caller) key.attachment());
      }
      selector.selectedKeys().clear();
    }
    return Round.of(List.of(samples.toArray()), System.nanoTime() - began);
  }

  private Caller connect() throws IOException {
    var channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    var caller = new Caller(channel);
    channel.register(selector, SelectionKey.OP_READ, caller);
    return caller;
  }

  private void receive(Caller caller) {
    try {
      piece.clear();
      if (caller.channel.read(piece) < 0) {
        throw new IOException("the connection was closed: " + caller.answer);
      }
      piece.flip();
      caller.answer.add(piece);
      if (caller.answer.isWhole()) {
        caller.next();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }

  private final class Caller {

    private final SocketChannel channel;
    private HttpAnswer answer = new HttpAnswer();
    private long sentAt;

    Caller(SocketChannel channel) {
      this.channel = channel;
    }

    void send() throws IOException {
      var request = ByteBuffer.wrap(requests.get());
      answer = new HttpAnswer();
      sentAt = System.nanoTime();
      while (request.hasRemaining()) {
        channel.write(request);
      }
    }

    void next() throws IOException {
      var now = System.nanoTime();
      if (answer.status() != 200) {
        throw new IOException("not a 200: " + answer);
      }
      samples.add(now - sentAt);
      if (now >= end) {
        hangUp();
      } else if (answer.isLast()) {
        hangUp();
        connect().send();
      } else {
        send();
      }
    }

    private void hangUp() throws IOException {
      channel.close();
    }
  }
}
