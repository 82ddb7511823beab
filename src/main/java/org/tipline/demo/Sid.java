package org.tipline.demo;

import java.util.UUID;

/** Makes ids as Twilio does: two letters and 32 hexadecimal digits. */
final class Sid {

  private Sid() {}

  /** {@code SM} for a text, {@code MM} for one with files. */
  static String of(String letters) {
    return letters + UUID.randomUUID().toString().replace("-", "");
  }
}
