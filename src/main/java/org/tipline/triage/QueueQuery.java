package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param tagged a tag
 * @param holder {@code me}, {@code nobody} or an editor's id
 * @param media {@code yes}: with files
 * @param language what their readers began in: {@code en}, {@code sw}, {@code mul} or {@code und}
 * @param since the first day, {@code 2026-11-25}
 * @param upto the last day
 * @param many {@code yes}: as many on a page as can be acted on at once
 */
record QueueQuery(
    @Nullable String state,
    @Nullable String medium,
    @Nullable String desk,
    @Nullable String q,
    @Nullable String after,
    @Nullable String tagged,
    @Nullable String holder,
    @Nullable String media,
    @Nullable String language,
    @Nullable String since,
    @Nullable String upto,
    @Nullable String many) {

  /** Characters; a redirect's headers have 8 KB together. */
  private static final int LONGEST_ADDRESS = 4_000;

  /** The names in the address bar. */
  static final Set<String> NAMES =
      Set.of(
          "state",
          "medium",
          "desk",
          "q",
          "after",
          "tagged",
          "holder",
          "media",
          "language",
          "since",
          "upto",
          "many");

  /** The queue from its start. */
  static final QueueQuery QUEUE = of(Map.of());

  /** Of a request that was refused before it was read. */
  static QueueQuery of(HttpServletRequest request) {
    var values = new LinkedHashMap<String, String>();
    for (var name : NAMES) {
      var value = request.getParameter(name);
      if (value != null && !value.isBlank()) {
        values.put(name, value);
      }
    }
    return of(values);
  }

  static QueueQuery of(Map<String, String> values) {
    return new QueueQuery(
        values.get("state"),
        values.get("medium"),
        values.get("desk"),
        values.get("q"),
        values.get("after"),
        values.get("tagged"),
        values.get("holder"),
        values.get("media"),
        values.get("language"),
        values.get("since"),
        values.get("upto"),
        values.get("many"));
  }

  public QueueQuery inState(@Nullable String other) {
    return with("state", other);
  }

  public QueueQuery by(@Nullable String other) {
    return with("medium", other);
  }

  public QueueQuery at(@Nullable String other) {
    return with("desk", other);
  }

  /** From its start, in pages as long as they can be. */
  public QueueQuery inLongPages() {
    return with("many", "yes");
  }

  boolean isInLongPages() {
    return "yes".equals(many);
  }

  QueueQuery withTag(@Nullable String tag) {
    return with("tagged", tag);
  }

  public QueueQuery withoutWords() {
    return with("q", null);
  }

  /** Another list is read from its start. */
  private QueueQuery with(String name, @Nullable String value) {
    var values = values();
    values.remove("after");
    return put(values, name, value);
  }

  public QueueQuery from(@Nullable String mark) {
    return put(values(), "after", mark);
  }

  private static QueueQuery put(Map<String, String> values, String name, @Nullable String value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
    return of(values);
  }

  /** The same list with nothing narrowed that the form of filters narrows. */
  public QueueQuery wide() {
    var values = new LinkedHashMap<String, String>();
    put(values, "state", state);
    put(values, "many", many);
    return put(values, "q", q);
  }

  public boolean isNarrow() {
    return narrowings() > 0;
  }

  /** By how many things it is narrowed. */
  public int narrowings() {
    return fields().size() - wide().fields().size();
  }

  /** The address of that page with this list beside it, unless no header could hold it. */
  public String on(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    values().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    var whole = address.encode().buildAndExpand(values()).toUriString();
    return whole.length() > LONGEST_ADDRESS ? path : whole;
  }

  /** What a form beside the list carries on: all but the page mark. */
  public Map<String, String> fields() {
    return with("after", null).values();
  }

  private Map<String, String> values() {
    var values = new LinkedHashMap<String, @Nullable String>();
    values.put("state", state);
    values.put("medium", medium);
    values.put("desk", desk);
    values.put("q", q);
    values.put("tagged", tagged);
    values.put("holder", holder);
    values.put("media", media);
    values.put("language", language);
    values.put("since", since);
    values.put("upto", upto);
    values.put("many", many);
    values.put("after", after);
    values.values().removeIf(Objects::isNull);
    return values;
  }
}
