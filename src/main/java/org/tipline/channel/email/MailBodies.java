package org.tipline.channel.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.RejectException;

/**
 * Takes in the bytes of mails, each up to its limit and all together up to a share of the memory,
 * so that a hundred large ones at once are told to come again and bring nothing down.
 */
final class MailBodies {

  /** Sealing and storing hold each mail some five times over. */
  private static final long SHARE_OF_MEMORY = 16;

  private final int maxBytes;
  private final long maxTogether;
  private final AtomicLong together = new AtomicLong();

  MailBodies(int maxBytes) {
    this(maxBytes, Math.max(maxBytes, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
  }

  MailBodies(int maxBytes, long maxTogether) {
    this.maxBytes = maxBytes;
    this.maxTogether = maxTogether;
  }

  /**
   * Reads a mail to its end, also when it is refused: a sender hears the answer only after that.
   *
   * @throws RejectException 552 when it is too large, 452 when there is no memory for it now
   */
  Body take(InputStream data) throws IOException, RejectException {
    var body = new Body();
    try {
      body.fill(data);
    } catch (IOException | RejectException | RuntimeException e) {
      body.close();
      throw e;
    }
    return body;
  }

  private boolean hasRoomFor(int bytes) {
    if (together.addAndGet(bytes) <= maxTogether) {
      return true;
    }
    together.addAndGet(-bytes);
    return false;
  }

  /** A mail's bytes, and their share of the memory until closed. */
  final class Body implements AutoCloseable {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    byte[] bytes() {
      return kept.toByteArray();
    }

    @Override
    public void close() {
      together.addAndGet(-kept.size());
      kept.reset();
    }

    /** SubEtha only advertises the limit, so the bytes are counted here. */
    private void fill(InputStream data) throws IOException, RejectException {
      var buffer = new byte[1 << 14];
      var total = 0L;
      var isWhole = true;
      for (var n = data.read(buffer); n >= 0; n = data.read(buffer)) {
        total += n;
        isWhole = isWhole && total <= maxBytes && hasRoomFor(n);
        if (isWhole) {
          kept.write(buffer, 0, n);
        }
      }
      if (total > maxBytes) {
        throw new RejectException(552, "5.3.4 The mail is larger than " + maxBytes + " bytes");
      }
      if (!isWhole) {
        throw new RejectException(452, "4.3.1 Too much mail at once, try again later");
      }
    }
  }
}
