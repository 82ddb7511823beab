package org.tipline.moderation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reads which tip right now. Open pages say so every few seconds; every instance hears it by
 * PostgreSQL's NOTIFY and remembers it for a while, so that nothing is stored or queried, and a
 * page that died is forgotten.
 */
@Component("presence")
public class Presence {

  static final String CHANNEL = "tipline_presence";

  /** Pages speak every 10 s; with the time to pass it on a dead one is gone within 30. */
  private static final Duration SILENCE = Duration.ofSeconds(25);

  private static final Pattern PAGE = Pattern.compile("[a-z0-9]{1,40}");

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private volatile Map<String, List<PresentEditor>> told = Map.of();

  Presence(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An editor's page reads a tip, or, with null, none any more; it forgets by itself a page that
   * says no more.
   *
   * @param page a word the page made up for itself, at most 40 small letters and digits
   */
  public void says(String page, PresentEditor editor, @Nullable String reference) {
    var tip = Reference.parse(reference == null ? "" : reference).map(Reference::toString);
    if (PAGE.matcher(page).matches()) {
      jdbc.sql("select pg_notify(?, ?)")
          .param(CHANNEL)
          .param(String.join("\n", page, tip.orElse(""), editor.id().toString(), editor.name()))
          .query()
          .singleRow();
    }
  }

  /** What {@link #says} told, here or at another instance. */
  void heard(String said) {
    var parts = said.split("\n", 4);
    if (parts[1].isEmpty()) {
      readings.remove(parts[0]);
    } else {
      var editor = new PresentEditor(UUID.fromString(parts[2]), parts[3]);
      readings.put(parts[0], new Reading(parts[1], editor, clock.instant()));
    }
  }

  /** Forgets who has fallen silent, and tells when it is not as it was told last. */
  void tell() {
    var silent = clock.instant().minus(SILENCE);
    readings.values().removeIf(reading -> reading.at().isBefore(silent));
    var now = now();
    if (!now.equals(told)) {
      told = now;
      events.publishEvent(new PresenceChanged(now));
    }
  }

  /** By reference: who reads it. */
  public Map<String, List<PresentEditor>> now() {
    return readings.values().stream()
        .sorted()
        .collect(groupingBy(Reading::reference, TreeMap::new, mapping(Reading::editor, toList())))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().distinct().toList()));
  }

  /** {@code Achieng, Otieno are reading}; empty when nobody else does. */
  public String words(String reference, @Nullable UUID me) {
    var others =
        now().getOrDefault(reference, List.of()).stream()
            .filter(editor -> !editor.id().equals(me))
            .map(PresentEditor::name)
            .toList();
    return others.isEmpty()
        ? ""
        : String.join(", ", others) + (others.size() == 1 ? " is" : " are") + " reading";
  }

  private record Reading(String reference, PresentEditor editor, Instant at)
      implements Comparable<Reading> {

    @Override
    public int compareTo(Reading other) {
      return editor.name().compareTo(other.editor.name());
    }
  }
}
