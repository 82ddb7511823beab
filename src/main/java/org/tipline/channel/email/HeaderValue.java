package org.tipline.channel.email;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header such as {@code text/plain; charset=utf-8}, read as leniently as programs write it:
 * missing semicolons, unquoted blanks, names in pieces or encoded by either of two RFCs.
 */
final class HeaderValue {

  private static final Pattern VALUE = Pattern.compile("\\s*+([^;\\s]*+)");
  private static final Pattern PARAMETER =
      Pattern.compile("([^=;\\s]{1,100}+)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"?|([^;]*+))");
  private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");
  private static final int LONGEST = 64 << 10;

  private final String value;
  private final Map<String, String> parameters = new HashMap<>();

  private HeaderValue(String value) {
    this.value = value;
  }

  static HeaderValue parse(String header) {
    var bounded = header.substring(0, Math.min(header.length(), LONGEST));
    var start = VALUE.matcher(bounded);
    if (!start.lookingAt()) {
      return new HeaderValue("");
    }
    var parsed = new HeaderValue(start.group(1).toLowerCase(Locale.ROOT));
    parsed.readParameters(bounded.substring(start.end()));
    return parsed;
  }

  /** In lower case, empty when there is none. */
  String value() {
    return value;
  }

  /** Decoded, whichever way it was encoded. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
  }

  private void readParameters(String rest) {
    var pieces = new HashMap<String, PiecedValue>();
    var matcher = PARAMETER.matcher(rest);
    var at = skipSeparators(rest, 0);
    while (at < rest.length()) {
      if (matcher.region(at, rest.length()).lookingAt()) {
        put(matcher, pieces);
        at = skipSeparators(rest, matcher.end());
      } else {
        var next = rest.indexOf(';', at);
        at = next < 0 ? rest.length() : skipSeparators(rest, next);
      }
    }
    pieces.forEach((name, piece) -> parameters.put(name, piece.text()));
  }

  private void put(Matcher parameter, Map<String, PiecedValue> pieces) {
    var name = parameter.group(1).toLowerCase(Locale.ROOT);
    var quoted = parameter.group(2);
    var text = quoted != null ? unescape(quoted) : parameter.group(3).strip();
    var piece = PIECE.matcher(name);
    if (!piece.matches() || name.indexOf('*') < 0) {
      parameters.putIfAbsent(name, EncodedWords.decode(text));
      return;
    }
    var number = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
    pieces
        .computeIfAbsent(piece.group(1), _ -> new PiecedValue())
        .add(number, piece.group(3) != null, text);
  }

  private static int skipSeparators(String text, int from) {
    var at = from;
    while (at < text.length() && (text.charAt(at) == ';' || text.charAt(at) <= ' ')) {
      at++;
    }
    return at;
  }

  /** Nothing else than quotes and backslashes: Windows programs send whole paths. */
  private static String unescape(String quoted) {
    return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
