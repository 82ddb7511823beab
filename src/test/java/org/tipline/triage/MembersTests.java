package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;

/** Who sits at a desk is for its lead to say, and for administrators. */
@DeskTest
class MembersTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;

  private Desk desk;
  private String members;
  private String tip;
  private Visitor lead;
  private Visitor newcomer;

  @BeforeEach
  void deskWithALead() {
    var things = new DeskThings(postbox, desks, jdbc);
    desk = things.desk();
    members = "/desk/desks/" + desk.slug() + "/members";
    tip = "/desk/tips/" + things.tip(desk, "Maji");
    lead = visitors.seated(Map.of(desk.id(), SeatRole.LEAD));
    newcomer = visitors.seated(Map.of());
  }

  @Test
  void leadGivesSeatsChangesThemAndTakesThemAway() {
    assertThat(newcomer.get(tip).statusCode()).isEqualTo(404);
    var person = newcomer.id().toString();
    assertThat(lead.page(members).select("#person option").eachAttr("value")).contains(person);

    lead.submit(members, members, Map.of("person", person, "role", "VIEWER"));
    assertThat(newcomer.get(tip).statusCode()).isEqualTo(200);
    assertThat(newcomer.submit("/desk", tip + "/claim", Map.of()).statusCode()).isEqualTo(403);

    lead.submit(members, members, Map.of("person", person, "role", "EDITOR"));
    assertThat(newcomer.submit("/desk", tip + "/claim", Map.of()).statusCode()).isEqualTo(302);
    assertThat(lead.page(members).select(".members li")).hasSize(2);

    lead.submit(members, members + "/removals", Map.of("person", person));
    assertThat(newcomer.get(tip).statusCode()).isEqualTo(404);
    assertThat(lead.page(members).select(".members li")).hasSize(1);
  }

  @Test
  void leadMayLetGoOfTheirOwnSeat() {
    var answer =
        lead.submit(members, members + "/removals", Map.of("person", lead.id().toString()));

    assertThat(answer.headers().firstValue("Location")).hasValue("/desk");
    assertThat(lead.get(members).statusCode()).isEqualTo(404);
  }

  @Test
  void formThatIsNotWholeIsGivenBackWithASentence() {
    var answer = lead.submit(members, members, Map.of("role", "EDITOR"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Pick a person.");
    assertThat(lead.submit(members, members, Map.of("role", "KING")).statusCode()).isEqualTo(400);
  }

  @Test
  void editorReadsHowTheDeskWorksAndLeadsNothing() {
    var editor = visitors.seated(Map.of(desk.id(), SeatRole.EDITOR));
    var ways = editor.page("/desk/desks/" + desk.slug());

    assertThat(ways.select("main form, main a[href$=members]")).isEmpty();
    assertThat(ways.select("main").text()).contains("The lead of the desk can change this.");
  }

  @Test
  void administratorSaysWhereEverybodySits() {
    var administrator = visitors.administrator();
    var seats = "/admin/editors/" + newcomer.id() + "/seats";
    administrator.submit(seats, seats, Map.of("seat", desk.id() + ":EDITOR"));
    assertThat(newcomer.get(tip).statusCode()).isEqualTo(200);
    var chosen = administrator.page(seats).select("option[selected]").eachAttr("value");
    assertThat(chosen).containsExactly(desk.id() + ":EDITOR");

    administrator.submit(seats, seats, Map.of("seat", desk.id() + ":"));
    assertThat(newcomer.get(tip).statusCode()).isEqualTo(404);
    administrator.submit(seats, seats, Map.of("seat", desk.id() + ":KING"));
    assertThat(administrator.page(seats).select(".problem").text()).contains("arrive whole");
    assertThat(administrator.get("/admin/editors/" + desk.id() + "/seats").statusCode())
        .isEqualTo(404);
  }
}
