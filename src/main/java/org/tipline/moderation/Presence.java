package org.tipline.moderation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;

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
  private volatile Map<String, TipReaders> told = Map.of();

  Presence(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An editor's page reads a tip, or, with null, none any more; it forgets by itself a page that
   * says no more.
   *
   * @param sight of the editor; a tip of another desk is read as little as one that is not there
   * @param page a word the page made up for itself, at most 40 small letters and digits
   */
  public void says(Sight sight, String page, PresentEditor editor, @Nullable String reference) {
    if (!PAGE.matcher(page).matches()) {
      return;
    }
    var tip = Reference.parse(reference == null ? "" : reference);
    tip.ifPresentOrElse(
        it -> reads(sight, page, editor, it),
        () -> jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, page).query().singleRow());
  }

  /** The desk goes along, so that only its people are told; one statement looks and tells. */
  private void reads(Sight sight, String page, PresentEditor editor, Reference tip) {
    jdbc.sql(
            """
            select pg_notify(:channel, concat_ws(E'\\n', :page, :shown, t.desk_id, :id, :name))
            from tips t where t.reference = :symbols
            """
                + TipRows.and(sight))
        .param("channel", CHANNEL)
        .param("page", page)
        .param("shown", tip.toString())
        .param("id", editor.id().toString())
        .param("name", editor.name())
        .param("symbols", tip.symbols())
        .param("sight", sight.ids())
        .query()
        .listOfRows();
  }

  /** What {@link #says} told, here or at another instance. */
  void heard(String said) {
    var parts = said.split("\n", 5);
    if (parts.length < 5) {
      readings.remove(parts[0]);
    } else {
      var editor = new PresentEditor(UUID.fromString(parts[3]), parts[4]);
      var desk = UUID.fromString(parts[2]);
      readings.put(parts[0], new Reading(parts[1], desk, editor, clock.instant()));
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
  public Map<String, TipReaders> now() {
    return readings.values().stream()
        .sorted()
        .collect(groupingBy(Reading::reference, collectingAndThen(toList(), Presence::together)));
  }

  /** A tip is where its last reader saw it. */
  private static TipReaders together(List<Reading> ofTip) {
    return new TipReaders(
        Collections.max(ofTip, comparing(Reading::at)).desk(),
        ofTip.stream().map(Reading::editor).distinct().toList());
  }

  private record Reading(String reference, UUID desk, PresentEditor editor, Instant at)
      implements Comparable<Reading> {

    @Override
    public int compareTo(Reading other) {
      return editor.name().compareTo(other.editor.name());
    }
  }
}
