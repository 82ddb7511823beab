package org.tipline.channel.email;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection that ends when its visit does; all that a session does with a socket, no more. */
final class WatchedSocket extends Socket {

  private static final byte[] GOODBYE =
      "421 4.7.0 Too many errors\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final SmtpVisit visit;

  WatchedSocket(Socket socket, SmtpVisit visit) {
    this.socket = socket;
    this.visit = visit;
  }

  Socket unwatched() {
    return socket;
  }

  SmtpVisit visit() {
    return visit;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        socket.setSoTimeout(visit.patienceMillis());
        return super.read(bytes, offset, length);
      }
    };
  }

  /** A session writes each answer in one piece. */
  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(socket.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        if (visit.isOverWith(bytes[offset])) {
          out.write(GOODBYE);
          socket.close();
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public boolean isBound() {
    return socket.isBound();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    socket.setSoTimeout(millis);
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return socket.getRemoteSocketAddress();
  }

  @Override
  public InetAddress getInetAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getPort() {
    return socket.getPort();
  }
}
