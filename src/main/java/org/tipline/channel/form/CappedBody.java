package org.tipline.channel.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request's body that ends in {@link UnreadablePost} past its limit, whatever its length says.
 */
class CappedBody extends FilterInputStream {

  private long left;

  CappedBody(InputStream body, long maxBytes) {
    super(body);
    this.left = maxBytes;
  }

  @Override
  public int read() throws IOException {
    var value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws UnreadablePost {
    left -= bytes;
    if (left < 0) {
      throw new UnreadablePost(Refusal.TOO_LARGE);
    }
  }
}
