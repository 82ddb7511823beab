package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a form that was too late into one that means it. */
final class Retries {

  /** What the new form has of its own, and what stands in its address. */
  private static final Set<String> OWN = Set.of("_csrf", "act", "version", "over");

  private Retries() {}

  static Retry of(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, String>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name) && !QueueQuery.NAMES.contains(name)) {
                fields.put(name, values[0]);
              }
            });
    var address = request.getRequestURI();
    if (address.endsWith("/decisions")) {
      fields.put("over", "true");
    }
    return new Retry(QueueQuery.of(request).on(address), fields, label(fields.get("kind")));
  }

  private static String label(@Nullable String kind) {
    return "desk.retry."
        + (kind != null && Set.of("accept", "reject", "spam", "publish", "reopen").contains(kind)
            ? kind
            : "other");
  }
}
