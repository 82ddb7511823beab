package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tips the list shows, as the address bar says it; null leaves a thing open.
 *
 * @param state a state's name, {@code ALL}, or null for what waits
 * @param medium a medium's token
 * @param desk a desk's slug
 * @param q words to look for
 * @param after the page mark
 */
record QueueQuery(
    @Nullable String state,
    @Nullable String medium,
    @Nullable String desk,
    @Nullable String q,
    @Nullable String after) {

  /** Characters; a redirect's headers have 8 KB together. */
  private static final int LONGEST_ADDRESS = 4_000;

  /** The queue from its start. */
  static final QueueQuery QUEUE = new QueueQuery(null, null, null, null, null);

  /** Of a request that was refused before it was read. */
  static QueueQuery of(HttpServletRequest request) {
    return new QueueQuery(
        given(request, "state"),
        given(request, "medium"),
        given(request, "desk"),
        given(request, "q"),
        given(request, "after"));
  }

  private static @Nullable String given(HttpServletRequest request, String name) {
    var value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value;
  }

  public QueueQuery inState(@Nullable String other) {
    return new QueueQuery(other, medium, desk, q, null);
  }

  public QueueQuery by(@Nullable String other) {
    return new QueueQuery(state, other, desk, q, null);
  }

  public QueueQuery at(@Nullable String other) {
    return new QueueQuery(state, medium, other, q, null);
  }

  public QueueQuery from(@Nullable String mark) {
    return new QueueQuery(state, medium, desk, q, mark);
  }

  public QueueQuery withoutWords() {
    return new QueueQuery(state, medium, desk, null, null);
  }

  /** The address of that page with this list beside it, unless no header could hold it. */
  public String on(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    values().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    var whole = address.encode().buildAndExpand(values()).toUriString();
    return whole.length() > LONGEST_ADDRESS ? path : whole;
  }

  private Map<String, String> values() {
    var values = new LinkedHashMap<String, @Nullable String>();
    values.put("state", state);
    values.put("medium", medium);
    values.put("desk", desk);
    values.put("q", q);
    values.put("after", after);
    values.values().removeIf(Objects::isNull);
    return values;
  }
}
