package org.tipline.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a reader typed into the web form, and the files they chose. */
record FormPayload(Map<String, String> fields, List<Path> files) {

  /** Reads {@code name: value} lines; one that starts with a blank continues the one above. */
  static FormPayload parse(Path payload, List<String> lines) {
    var fields = new LinkedHashMap<String, String>();
    var files = new ArrayList<Path>();
    for (var line : unfolded(lines)) {
      var colon = line.indexOf(':');
      var name = line.substring(0, colon);
      var value = line.substring(colon + 1).strip();
      if (name.equals("files")) {
        files.add(payload.resolveSibling(value).normalize());
      } else {
        fields.put(name, value);
      }
    }
    return new FormPayload(fields, files);
  }

  private static List<String> unfolded(List<String> lines) {
    var whole = new ArrayList<String>();
    for (var line : lines) {
      if (line.startsWith(" ")) {
        whole.addLast(whole.removeLast() + "\n" + (line.equals(" .") ? "" : line.strip()));
      } else if (!line.isBlank()) {
        whole.add(line);
      }
    }
    return whole;
  }
}
