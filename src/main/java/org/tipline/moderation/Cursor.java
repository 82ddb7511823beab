package org.tipline.moderation;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended: the time and id of its last tip, opaque to callers. */
record Cursor(Instant at, UUID id) {

  private static final int BYTES = 8 + 4 + 16;

  static Cursor parse(String opaque) {
    try {
      var bytes = Base64.getUrlDecoder().decode(opaque);
      if (bytes.length != BYTES) {
        throw new BadCursor();
      }
      var in = ByteBuffer.wrap(bytes);
      return new Cursor(
          Instant.ofEpochSecond(in.getLong(), in.getInt()), new UUID(in.getLong(), in.getLong()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadCursor();
    }
  }

  @Override
  public String toString() {
    var out =
        ByteBuffer.allocate(BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }
}
