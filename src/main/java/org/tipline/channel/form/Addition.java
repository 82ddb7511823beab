package org.tipline.channel.form;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What lets a reader who has shown their receipt code add to their tip, each time once.
 *
 * @param token of what they are about to add
 * @param tip key of the delivery the code was given for
 */
record Addition(FormToken token, String tip) {

  static Addition of(byte[] bytes) {
    return new Addition(
        FormToken.of(bytes),
        new String(Arrays.copyOfRange(bytes, FormToken.BYTES, bytes.length), US_ASCII));
  }

  byte[] bytes() {
    var key = tip.getBytes(US_ASCII);
    return ByteBuffer.allocate(FormToken.BYTES + key.length).put(token.bytes()).put(key).array();
  }
}
