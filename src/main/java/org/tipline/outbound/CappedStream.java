package org.tipline.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body that ends in an {@link IOException} when it grows too long, comes too slowly or
 * stops coming. A blocked read knows no time-out, so a watch closes the body under it.
 */
class CappedStream extends FilterInputStream {

  private final Patience patience;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long bytesLeft;
  // 0 while nobody reads: a slow reader is no slow server
  private volatile long readingSinceNanos;
  private volatile @Nullable String overdue;

  CappedStream(InputStream body, long maxBytes, Patience patience) {
    super(body);
    this.bytesLeft = maxBytes;
    this.patience = patience;
    Thread.ofVirtual().name("outbound-watch").start(this::watch);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    readingSinceNanos = Math.max(1, patience.elapsedNanos());
    try {
      return counted(in.read(buffer, offset, length));
    } catch (IOException e) {
      throw overdue == null ? e : new IOException(overdue, e);
    } finally {
      readingSinceNanos = 0;
    }
  }

  private int counted(int read) throws IOException {
    bytesLeft -= Math.max(0, read);
    if (bytesLeft < 0) {
      throw new IOException("The answer is longer than tipline.outbound.max-bytes allows.");
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes(Math.clamp(count, 0, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    in.close();
  }

  private void watch() {
    try {
      while (overdue == null && !closed.await(100, TimeUnit.MILLISECONDS)) {
        overdue = patience.complaint(readingSinceNanos);
      }
      in.close();
    } catch (InterruptedException | IOException e) {
      // The reader meets the same end in its next read; the watch only ever had to wake it.
      return;
    }
  }
}
