package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A body of {@code application/x-www-form-urlencoded}, names and values exactly as decoded: the
 * signature is over them, so nothing is trimmed, normalised or merged with the query string.
 */
class TwilioForm {

  /** Characters; WhatsApp's own limits for such values are smaller. */
  private static final int LONGEST_SHORT = 500;

  private final Map<String, List<String>> values;

  TwilioForm(Map<String, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Reads anything: an escape that is none stays the text it is. */
  static TwilioForm parse(byte[] body) {
    var values = new LinkedHashMap<String, List<String>>();
    for (int start = 0; start < body.length; ) {
      var end = indexOf('&', body, start, body.length);
      if (end > start) {
        var equals = indexOf('=', body, start, end);
        values
            .computeIfAbsent(decode(body, start, equals), _ -> new ArrayList<>())
            .add(decode(body, Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return new TwilioForm(values);
  }

  /** By name in the order received; the values of a name too. */
  Map<String, List<String>> values() {
    return values;
  }

  boolean hasRepeats() {
    return values.values().stream().anyMatch(of -> of.size() > 1);
  }

  /** The first value of that name, empty when there is none; PostgreSQL's text takes no NUL. */
  String text(String name) {
    return values.getOrDefault(name, List.of("")).getFirst().replace('\0', '\uFFFD');
  }

  Optional<String> find(String name) {
    return Optional.of(text(name)).filter(text -> !text.isBlank());
  }

  /** The same of what stands in one line on a screen: a name, a place. */
  Optional<String> findShort(String name) {
    return find(name).map(text -> TwilioText.cut(text, LONGEST_SHORT));
  }

  private static int indexOf(char wanted, byte[] body, int start, int end) {
    var index = start;
    while (index < end && body[index] != wanted) {
      index++;
    }
    return index;
  }

  private static String decode(byte[] body, int start, int end) {
    var decoded = new byte[end - start];
    var length = 0;
    for (int i = start; i < end; i++) {
      var escaped = body[i] == '%' ? escaped(body, i, end) : -1;
      decoded[length++] = escaped >= 0 ? (byte) escaped : body[i] == '+' ? (byte) ' ' : body[i];
      i += escaped >= 0 ? 2 : 0;
    }
    return new String(decoded, 0, length, UTF_8);
  }

  private static int escaped(byte[] body, int percent, int end) {
    if (percent + 2 >= end) {
      return -1;
    }
    var high = Character.digit(body[percent + 1], 16);
    var low = Character.digit(body[percent + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
