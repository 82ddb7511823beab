package org.tipline.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the encoded words of a header, RFC 2047, and the bytes that should have been one. Words
 * in a row are joined before they are decoded: programs cut them within a character.
 */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([^?*\\s]{1,60})(?:\\*[^?\\s]{0,40})?\\?([bq])\\?([^?]*+)\\?=",
          Pattern.CASE_INSENSITIVE);

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String charset = "";

  private EncodedWords() {}

  /** {@code header} has each byte as one character. */
  static String decode(String header) {
    var words = new EncodedWords();
    var matcher = WORD.matcher(header);
    var at = 0;
    while (matcher.find()) {
      words.between(header.substring(at, matcher.start()));
      words.word(matcher);
      at = matcher.end();
    }
    words.flush();
    words.raw(header.substring(at));
    return words.text.toString();
  }

  /** Blanks between two words are only there to hold them apart. */
  private void between(String gap) {
    if (!gap.isBlank() || pending.size() == 0) {
      flush();
      raw(gap);
    }
  }

  private void word(Matcher word) {
    var itsCharset = word.group(1).toLowerCase(Locale.ROOT);
    if (!itsCharset.equals(charset)) {
      flush();
      charset = itsCharset;
    }
    var bytes = Span.of(word.group(3).getBytes(StandardCharsets.ISO_8859_1));
    pending.writeBytes(
        word.group(2).equalsIgnoreCase("b") ? TransferEncoding.base64(bytes) : q(bytes));
  }

  private static byte[] q(Span bytes) {
    for (var i = 0; i < bytes.to(); i++) {
      if (bytes.bytes()[i] == '_') {
        bytes.bytes()[i] = ' ';
      }
    }
    return new QuotedPrintable(bytes).decode();
  }

  private void flush() {
    text.append(MailCharset.decode(pending.toByteArray(), charset));
    pending.reset();
  }

  private void raw(String latin1) {
    text.append(MailCharset.decode(latin1.getBytes(StandardCharsets.ISO_8859_1), ""));
  }
}
