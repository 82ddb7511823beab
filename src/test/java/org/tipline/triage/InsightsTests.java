package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;
import org.tipline.account.Sight;
import org.tipline.moderation.Queue;
import org.tipline.support.SettableClock;

/** Figures that were counted by hand, of a day far from any other test's, at desks of their own. */
@DeskTest
class InsightsTests {

  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  /** Nobody else's day, so that a figure is ours alone. */
  private final LocalDate day =
      LocalDate.now(NAIROBI).minusDays(ThreadLocalRandom.current().nextInt(40, 400));

  private final String days = "?from=" + day + "&to=" + day;

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Seating seating;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  private Desk western;
  private Visitor achieng;

  @BeforeEach
  void deskOfItsOwn() {
    var slug = "w" + UUID.randomUUID();
    western = desks.open(slug, "=Western " + slug);
    jdbc.sql("update desks set reasons = '{\"=Not our area\", \"Not a story\"}' where id = ?")
        .param(western.id())
        .update();
    achieng = visitors.seated(Map.of(western.id(), SeatRole.EDITOR));
  }

  /** What waits there waits for ever, and would be in the figures of a later day. */
  @AfterEach
  void leaveTheDesk() {
    seating.take(western.id(), achieng.id());
  }

  @Test
  void pageAndFilesSayWhatWasCountedByHand() {
    fourTips();
    at("12:00");

    assertThat(rows("tips").get(8)).containsExactly(day + " 08:00", "0", "0", "0", "3");
    assertThat(rows("tips").get(9)).containsExactly(day + " 09:00", "0", "0", "0", "1");
    assertThat(rows("tips")).hasSize(13);
    assertThat(rows("waiting").subList(8, 14))
        .extracting(row -> row.get(1))
        .containsExactly("0", "3", "2", "1", "1", "1");
    timesAreThoseByHand(rows("times"));
    assertThat(rows("decisions"))
        .containsExactly(
            List.of("Accepted", "1"),
            List.of("Published", "0"),
            List.of("Not used", "2"),
            List.of("Spam", "0"),
            List.of("Reopened", "0"));
    assertThat(rows("reasons"))
        .containsExactly(List.of("'=Not our area", "1"), List.of("In the editor’s own words", "1"));
    pageSaysTheSame();
  }

  /** Received 08:00, 08:20, 08:40 and 09:00; the last one is left alone. */
  private void fourTips() {
    at("08:00");
    var first = received();
    at("08:10");
    press(first, "claim", Map.of());
    at("08:20");
    var second = received();
    at("08:40");
    var third = received();
    at("09:00");
    received();
    press(second, "decisions", Map.of("kind", "accept"));
    at("09:10");
    press(third, "claim", Map.of());
    at("09:20");
    undoneAtOnce(third);
    at("09:50");
    press(
        third,
        "decisions",
        Map.of("kind", "reject", "because", "=Not our area", "reason", "Uganda"));
    at("10:00");
    press(first, "decisions", Map.of("kind", "reject", "reason", "Heard it before"));
  }

  /**
   * Touched after 600, 1,800 and 2,400 s, decided after 2,400, 4,200 and 7,200 s: the median is the
   * one in the middle, and nine tenths lie four fifths of the way from there to the last.
   */
  private void timesAreThoseByHand(List<List<String>> rows) {
    assertThat(rows).hasSize(1);
    var row = rows.getFirst();
    assertThat(row.getFirst()).isEqualTo("'" + western.name());
    assertThat(List.of(row.get(1), row.get(2), row.get(5))).containsExactly("4", "3", "3");
    assertThat(
            List.of(row.get(3), row.get(4), row.get(6), row.get(7)).stream()
                .map(Integer::valueOf)
                .toList())
        .satisfiesExactly(
            half -> assertThat(half).isBetween(1_795, 1_855),
            most -> assertThat(most).isBetween(2_275, 2_335),
            half -> assertThat(half).isBetween(4_195, 4_255),
            most -> assertThat(most).isBetween(6_595, 6_655));
  }

  private void undoneAtOnce(String tip) {
    var act = UUID.randomUUID().toString();
    press(tip, "decisions", Map.of("kind", "spam", "act", act));
    achieng.submit("/desk", "/desk/undos", Map.of("act", act));
  }

  private void pageSaysTheSame() {
    var page = achieng.page("/desk/insights" + days);
    assertThat(page.select(".insights section")).hasSize(5);
    for (var name : List.of("tips", "waiting", "times", "decisions", "reasons")) {
      var shown = page.select("section[aria-labelledby=" + name + "] tbody tr");
      assertThat(shown.stream().map(row -> row.select("td").eachAttr("data-value")))
          .as(name)
          .isEqualTo(rows(name).stream().map(row -> row.subList(1, row.size())).toList());
    }
    assertThat(page.select("section[aria-labelledby=times] tbody").text())
        .containsPattern("4 3 3[01] min \\d+ s 3[89] min \\d+ s 3 1 h 1[01] min 1 h 5[01] min");
  }

  @Test
  void figuresOfOtherDesksAreNotThere() {
    at("08:00");
    received();
    var other = desks.open("o" + UUID.randomUUID(), "Other");
    var otieno = visitors.seated(Map.of(other.id(), SeatRole.LEAD));

    assertThat(otieno.page("/desk/insights" + days).select("section[aria-labelledby=times] tr"))
        .isEmpty();
    assertThat(otieno.get("/desk/insights/tips.csv" + days).body()).doesNotContain("\"1\"", ",1");
  }

  @Test
  void fileIsOneThatSpreadsheetsOpenSafely() {
    at("08:00");
    received();
    var file = achieng.get("/desk/insights/times.csv" + days, BodyHandlers.ofByteArray());
    var text = new String(file.body(), StandardCharsets.UTF_8);

    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"tipline-times-%s-%s.csv\"".formatted(day, day));
    assertThat(text)
        .startsWith("\uFEFF\"Desk\",\"Tips\",\"Looked after\",\"First touch, median (seconds)\"")
        .contains("\r\n\"'=Western ")
        .endsWith("\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-25,2024-11-24,before the first",
    "2024-01-01,9999-01-01,still to come",
    "1999-12-31,1999-12-31,from 2000 on",
    "2020-01-01,2021-01-01,366 days",
    "today,tomorrow,as 2026-11-25",
    "2024-02-30,2024-03-01,as 2026-11-25",
    "2024-11-25,,as 2026-11-25",
    "+99999999-01-01,2024-03-01,before the first"
  })
  void badDaysAreRefusedWithASentence(String from, String to, String sentence) {
    var query = "?from=" + from.replace("+", "%2B") + (to == null ? "" : "&to=" + to);

    for (var path : List.of("/desk/insights", "/desk/insights/tips.csv")) {
      var answer = achieng.get(path + query);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains(sentence);
    }
  }

  @Test
  void tableThatIsNotThereIsNotFound() {
    assertThat(achieng.get("/desk/insights/readers.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutDaysItIsTheLastSeven() {
    var page = achieng.page("/desk/insights");
    assertThat(page.select(".insights nav [aria-current]").text()).isEqualTo("7 days");
    assertThat(page.select("table").stream().map(Element::parent))
        .allSatisfy(box -> assertThat(box.attr("tabindex")).isEqualTo("0"));
  }

  private void at(String time) {
    clock.set(day.atTime(LocalTime.parse(time)).atZone(NAIROBI).toInstant());
  }

  private String received() {
    var tip = postbox.post("Mafuriko " + UUID.randomUUID());
    jdbc.sql("update tips set desk_id = ? where reference = ?")
        .params(western.id(), tip.replace("-", ""))
        .update();
    jdbc.sql(
            """
            update tip_waits set desk_id = ?
            where tip_id = (select id from tips where reference = ?)
            """)
        .params(western.id(), tip.replace("-", ""))
        .update();
    return tip;
  }

  private void press(String tip, String noun, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("version", Long.toString(queue.row(Sight.EVERYWHERE, tip).orElseThrow().version()));
    var answer = achieng.submit("/desk", "/desk/tips/" + tip + "/" + noun, all);
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  /** Without the head. */
  private List<List<String>> rows(String table) {
    var text = achieng.get("/desk/insights/" + table + ".csv" + days).body();
    return text.lines()
        .skip(1)
        .map(
            line ->
                Arrays.stream(line.split(",(?=\"|\\d|$)", -1))
                    .map(cell -> cell.replaceAll("^\"|\"$", ""))
                    .toList())
        .toList();
  }
}
