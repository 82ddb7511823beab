package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A body or query of {@code application/x-www-form-urlencoded} without repeated names. */
record FormBody(Map<String, String> fields) {

  static FormBody parse(String text) {
    var fields = new LinkedHashMap<String, String>();
    for (var field : text.split("&", -1)) {
      var equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(field.substring(0, equals), UTF_8),
            URLDecoder.decode(field.substring(equals + 1), UTF_8));
      }
    }
    return new FormBody(fields);
  }

  /** Nothing for a field that is not there. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  String encoded() {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
