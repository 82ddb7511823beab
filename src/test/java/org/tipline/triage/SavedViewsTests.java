package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;
import org.tipline.moderation.ListCounts;

/** Editors keep lists under a name, for themselves or for the desk they lead. */
@DeskTest
class SavedViewsTests {

  private final String tag = "t" + UUID.randomUUID().toString().replace("-", "").substring(8);

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Desks desks;
  @Autowired private Seating seating;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;
  private Visitor otieno;

  @BeforeEach
  void seats() {
    achieng = visitors.editor("Achieng");
    otieno = visitors.editor("Otieno");
    seat(achieng, SeatRole.LEAD);
    seat(otieno, SeatRole.EDITOR);
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from saved_views").update();
    seat(achieng, SeatRole.EDITOR);
  }

  private void seat(Visitor editor, SeatRole role) {
    seating.give(desks.first().id(), editor.id(), role);
  }

  @Test
  void savedListIsOnTheLeftWithItsCountAndLeadsBack() {
    tag(postbox.post("Mafuriko"));
    tag(postbox.post("Maji"));
    save(achieng, "Floods  in Western ", "?tagged=" + tag.toUpperCase(Locale.ROOT), "");

    var link = link(achieng, "Floods in Western");
    assertThat(link.select("span").text()).isEqualTo("2");
    assertThat(link.attr("href")).isEqualTo("/desk?tagged=" + tag);
    assertThat(achieng.page(link.attr("href")).select(".row")).hasSize(2);
    assertThat(achieng.page(link.attr("href")).select("#rail [aria-current=page]").eachText())
        .contains("Floods in Western 2");
    assertThat(names(otieno)).doesNotContain("Floods in Western");
  }

  @Test
  void countIsLive() {
    save(achieng, "Files", "?media=yes&tagged=" + tag, "");
    tag(postbox.post("Mafuriko"));
    assertThat(achieng.page("/desk/live?tagged=" + tag).select("#rail").text()).contains("Files 0");
    save(achieng, "All of them", "?tagged=" + tag, "");
    assertThat(achieng.page("/desk/live").select("#rail").text()).contains("All of them 1");
  }

  @Test
  void leadSharesWithTheDesk() {
    save(achieng, "Ours", "?media=yes", "news");

    assertThat(names(otieno)).contains("Ours");
    var page = otieno.page("/desk/views");
    assertThat(page.select(".views section").text()).contains("Ours", "News");
    assertThat(page.select(".views section form")).isEmpty();
  }

  @Test
  void whoDoesNotLeadKeepsItForThemselves() {
    var answer = save(otieno, "Ours", "?media=yes", "news");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("who leads it");
    assertThat(otieno.page("/desk").select(".filters [name=share]")).isEmpty();
    assertThat(achieng.page("/desk").select(".filters [name=share]")).hasSize(1);
  }

  @Test
  void whoLeavesTheDeskLosesItsViews() {
    save(achieng, "Ours", "?media=yes", "news");
    jdbc.sql("delete from desk_members where editor_id = ?").param(otieno.id()).update();

    assertThat(names(otieno)).doesNotContain("Ours");
  }

  @Test
  void viewIsRenamedAndDeletedByItsMakerAlone() {
    save(achieng, "Old name", "?media=yes", "");
    var id = id("Old name");

    otieno.submit("/desk", "/desk/views/" + id + "/names", Map.of("name", "Stolen"));
    otieno.submit("/desk", "/desk/views/" + id + "/removals", Map.of());
    assertThat(names(achieng)).contains("Old name");

    achieng.submit("/desk/views", "/desk/views/" + id + "/names", Map.of("name", "New name"));
    assertThat(names(achieng)).contains("New name").doesNotContain("Old name");
    achieng.submit("/desk/views", "/desk/views/" + id + "/removals", Map.of());
    assertThat(names(achieng)).doesNotContain("New name");
  }

  @Test
  void viewThatIsSavedTwiceIsOne() {
    save(achieng, "Twice", "?media=yes", "news");
    assertThat(save(achieng, "Twice", "?media=yes", "news").statusCode()).isEqualTo(302);

    assertThat(names(achieng)).containsOnlyOnce("Twice");
  }

  @Test
  void whatIsSharedIsTheLeadsWhoeverMadeIt() {
    seat(otieno, SeatRole.LEAD);
    save(otieno, "Shared", "?media=yes", "news");
    seat(otieno, SeatRole.EDITOR);

    otieno.submit("/desk", "/desk/views/" + id("Shared") + "/names", Map.of("name", "Stolen"));

    assertThat(names(achieng)).contains("Shared");
    assertThat(otieno.page("/desk/views").select("form[action*='" + id("Shared") + "']")).isEmpty();
  }

  @Test
  void leadMayDeleteWhatAColleagueShared() {
    seat(otieno, SeatRole.LEAD);
    save(otieno, "Theirs", "?media=yes", "news");
    achieng.submit("/desk", "/desk/views/" + id("Theirs") + "/removals", Map.of());

    assertThat(names(otieno)).doesNotContain("Theirs");
  }

  @Test
  void viewWhoseTagOrDeskIsGoneSaysSo() {
    save(achieng, "No tag", "?tagged=" + tag, "");
    assertThat(link(achieng, "No tag").select("span").text()).isEqualTo("its tag is gone");

    jdbc.sql("update saved_views set query = '{\"desk\": \"closed\"}'").update();
    assertThat(link(achieng, "No tag").select("span").text()).isEqualTo("its desk is gone");
    jdbc.sql("update saved_views set query = '{\"since\": \"never\"}'").update();
    assertThat(link(achieng, "No tag").select("span").text()).isEqualTo("does not work any more");
    assertThat(achieng.page("/desk/views").select(".views .late").text())
        .isEqualTo("does not work any more");
  }

  @Test
  void wordsAreNotCounted() {
    save(achieng, "Words", "?q=maji", "");
    assertThat(link(achieng, "Words").select("span").text()).isEmpty();
  }

  @Test
  void whatIsManyIsNotCountedToItsEnd() {
    jdbc.sql(
            """
            insert into tips (id, version, reference, state, channel, medium, desk_id, opened_at,
              last_activity_at, first_line, submissions, attachments)
            select gen_random_uuid(), 0, :tag || n, 'SPAM', 'paper', 'SMS', :desk, now(), now(), '',
              1, 0 from generate_series(1, 150) n
            """)
        .param("tag", tag)
        .param("desk", desks.first().id())
        .update();
    save(achieng, "Much spam", "?state=SPAM", "");
    var figure = link(achieng, "Much spam").select("span").text();
    jdbc.sql("delete from tips where reference like ?").param(tag + "%").update();

    assertThat(figure).isEqualTo(ListCounts.MOST + "+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void badNameIsRefusedInASentence(String name) {
    var answer = save(achieng, name, "?media=yes", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("a name of 1 to 40 characters");
  }

  @Test
  void noMoreThanFitOnTheLeftAreKept() {
    for (var n = 0; n < SavedViews.MOST; n++) {
      save(achieng, "View " + n, "?media=yes", "");
    }
    var answer = save(achieng, "One more", "?media=yes", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("20 views already");
  }

  @Test
  void listThatCannotBeIsNotSaved() {
    assertThat(save(achieng, "Never", "?since=never", "").statusCode()).isEqualTo(400);
    assertThat(names(achieng)).doesNotContain("Never");
  }

  private void tag(String reference) {
    var tip = "/desk/tips/" + reference;
    achieng.submit(tip, tip + "/tags", Map.of("tags", tag));
  }

  private static HttpResponse<String> save(Visitor who, String name, String query, String share) {
    return who.submit("/desk", "/desk/views" + query, Map.of("name", name, "share", share));
  }

  private UUID id(String name) {
    return jdbc.sql("select id from saved_views where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private static Element link(Visitor who, String name) {
    return who.page("/desk").select("#rail a:has(bdi)").stream()
        .filter(link -> link.select("bdi").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Visitor who) {
    return who.page("/desk").select("#rail a bdi").eachText();
  }
}
