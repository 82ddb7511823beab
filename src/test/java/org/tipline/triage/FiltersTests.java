package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Medium;
import org.tipline.support.SettableClock;

/** Whatever narrows the list stands in the address bar, alone and together. */
@DeskTest
class FiltersTests {

  /** A word nobody else's tip has, so that the list is ours alone. */
  private final String word = "f" + UUID.randomUUID().toString().replace("-", "");

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;
  private String plain;
  private String special;

  @BeforeEach
  void twoTips() {
    achieng = visitors.editor("Achieng");
    plain = postbox.post("Maji " + word);
    special =
        postbox.post(
            Postbox.someone(),
            "Moto " + word,
            Details.NONE,
            new IncomingFile.Enclosed(new byte[] {1, 2, 3}, "nyaraka.bin", null));
  }

  @Test
  void tagNarrows() {
    act(special, "tags", "tags", "Floods West");

    assertThat(found("tagged=floods+west")).containsExactly(special);
    assertThat(found("tagged=%20FLOODS%20%20West")).containsExactly(special);
    assertThat(found("tagged=nothing")).isEmpty();
  }

  @Test
  void holderNarrows() {
    var otieno = visitors.editor("Otieno");
    act(special, "claim", "x", "x");

    assertThat(found("holder=me")).containsExactly(special);
    assertThat(found("holder=nobody")).containsExactly(plain);
    assertThat(found("holder=" + achieng.id())).containsExactly(special);
    assertThat(found("holder=" + otieno.id())).isEmpty();
  }

  @Test
  void filesNarrow() {
    assertThat(found("media=yes")).containsExactly(special);
  }

  @Test
  void languageNarrows() {
    var english = postbox.post("There has been no water for two weeks and nobody answers " + word);
    var swahili = postbox.post("Hakuna maji kwa wiki mbili sasa na watoto wanaumwa sana " + word);

    assertThat(found("language=en")).containsExactly(english);
    assertThat(found("language=sw")).contains(swahili).doesNotContain(english);
    assertThat(found("language=mul")).isEmpty();
  }

  @Test
  void languageOfAnOlderTipIsFoundOut() {
    jdbc.sql("update tips set language = null where reference = ?")
        .param(special.replace("-", ""))
        .update();
    jdbc.sql(
            "update scheduled_tasks set execution_time = 'epoch' where task_name = 'tip-languages'")
        .update();

    await()
        .untilAsserted(() -> assertThat(languages(plain, special)).doesNotContainNull().hasSize(2));
  }

  private List<String> languages(String... references) {
    return jdbc.sql("select language from tips where reference in (:them)")
        .param("them", Stream.of(references).map(shown -> shown.replace("-", "")).toList())
        .query(String.class)
        .list();
  }

  /** By the newsroom's own days: in Nairobi a day begins at nine in the evening, UTC. */
  @Test
  void daysNarrow() {
    var today = clock.instant().atZone(ZoneId.of("Africa/Nairobi")).toLocalDate();

    assertThat(found("since=" + today + "&upto=" + today)).containsExactly(plain, special);
    assertThat(found("since=" + today.plusDays(1))).isEmpty();
    assertThat(found("upto=" + today.minusDays(1))).isEmpty();
  }

  @Test
  void allNarrowTogetherWithWordsAndEveryFormCarriesThemOn() {
    act(special, "tags", "tags", "floods");
    var page = list("state=ALL&tagged=floods&media=yes&holder=nobody&desk=news");

    assertThat(references(page)).containsExactly(special);
    assertThat(page.select(".filters summary").text()).isEqualTo("Filters: 4");
    assertThat(page.select(".filters [name=tagged]").attr("value")).isEqualTo("floods");
    assertThat(page.select(".filters [name=holder] [selected]").attr("value")).isEqualTo("nobody");
    assertThat(page.select(".bar .search [name=tagged]").attr("value")).isEqualTo("floods");
    assertThat(page.select(".row a").attr("href")).contains("tagged=floods", "media=yes");
    assertThat(page.select(".filters p a").attr("href")).isEqualTo("/desk?state=ALL&q=" + word);
  }

  @Test
  void formOffersEveryMediumDeskAndColleague() {
    var page = list("state=ALL");

    assertThat(page.select(".filters [name=medium] option")).hasSize(Medium.values().length + 1);
    assertThat(page.select(".filters [name=desk] option").eachAttr("value")).contains("news");
    assertThat(page.select(".filters [name=holder] option").eachAttr("value"))
        .contains("me", "nobody")
        .doesNotContain(achieng.id().toString());
  }

  @Test
  void blankFieldsLeaveAThingOpen() {
    assertThat(found("state=&desk=&medium=&holder=&tagged=&language=&since=&upto="))
        .containsExactly(plain, special);
  }

  @Test
  void nothingThatFitsIsSaidWithAWayOut() {
    var page = achieng.page("/desk?tagged=" + word);

    assertThat(page.select(".empty").text()).contains("No tip fits these filters.");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/desk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "since=yesterday | no day we know",
        "since=2026-02-30 | no day we know",
        "upto=%2B999999-01-01 | no day we know",
        "since=2026-11-25&upto=2026-11-24 | comes after the last",
        "holder=otieno | no such editor",
        "holder=00000000-0000-0000-0000-000000000001 | no such editor",
        "media=no | not by “no”",
        "language=xx | no language “xx”",
        "tagged=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | at most 40"
      })
  void badFilterIsRefusedInASentence(String query, String sentence) {
    var answer = achieng.get("/desk?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void actKeepsTheFiltersForTheNextTip() {
    act(special, "tags", "tags", "floods");
    act(plain, "tags", "tags", "floods");
    var tip = achieng.page("/desk/tips/" + plain + "?tagged=floods&q=" + word);
    var form = tip.select(".act form").first();

    assertThat(form).isNotNull();
    assertThat(String.valueOf(form)).contains("tagged=floods");
  }

  private void act(String reference, String what, String field, String value) {
    var tip = "/desk/tips/" + reference;
    achieng.submit(tip, tip + "/" + what, Map.of(field, value));
  }

  private List<String> found(String query) {
    return references(list(query));
  }

  private Document list(String query) {
    return achieng.page("/desk?" + query + "&q=" + word);
  }

  private static List<String> references(Document page) {
    return page.select(".row a").eachAttr("data-reference");
  }
}
