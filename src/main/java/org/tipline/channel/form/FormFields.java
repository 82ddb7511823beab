package org.tipline.channel.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text fields of one post, as they are read. */
class FormFields {

  /** Consent is what a ticked box sends, and nothing else is. */
  private static final Set<String> YES = Set.of("yes", "on", "true", "1");

  private final Map<String, List<String>> values = new HashMap<>();
  private int bytesLeft = Limits.FIELD_BYTES;

  /**
   * Keeps what can be read of a value, also when it breaks off.
   *
   * @throws UnreadablePost past the limit of all fields together
   */
  void add(String name, InputStream value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      new CappedBody(value, bytesLeft).transferTo(bytes);
    } finally {
      bytesLeft -= bytes.size();
      add(name, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  /** PostgreSQL's text takes no NUL; browsers send every line end as two characters. */
  void add(String name, String value) {
    var clean = value.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n');
    values.computeIfAbsent(name, _ -> new ArrayList<>()).add(clean);
  }

  String first(String name) {
    return values.getOrDefault(name, List.of("")).getFirst();
  }

  List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  boolean isGiven(String name) {
    return YES.contains(first(name));
  }
}
