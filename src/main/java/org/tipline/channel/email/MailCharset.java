package org.tipline.channel.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns bytes into characters, whatever they claim to be: as declared, else as UTF-8 if they are,
 * else as windows-1252, in which everything is something.
 */
final class MailCharset {

  private static final Charset LAST_RESORT = Charset.forName("windows-1252");

  /** Where programs say one and mean another, https://encoding.spec.whatwg.org/#names-and-labels */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("tis-620", "x-windows-874"));

  private static final Pattern IN_HTML =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w-]{2,40})");
  private static final int HEAD_OF_HTML = 4096;

  private MailCharset() {}

  static String decode(byte[] bytes, String declared) {
    return find(declared)
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, LAST_RESORT));
  }

  /** HTML may declare it inside, which counts when nothing outside does. */
  static String decodeHtml(byte[] bytes, Optional<String> declared) {
    return decode(bytes, declared.orElseGet(() -> inHtml(bytes)));
  }

  private static String inHtml(byte[] bytes) {
    var length = Math.min(bytes.length, HEAD_OF_HTML);
    var meta = IN_HTML.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return meta.find() ? meta.group(1) : "";
  }

  private static Optional<Charset> find(String declared) {
    var name = declared.strip().toLowerCase(Locale.ROOT);
    try {
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
