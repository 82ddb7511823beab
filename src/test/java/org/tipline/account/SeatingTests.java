package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class SeatingTests {

  @Autowired private Seating seating;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private SignInLinks links;
  @LocalServerPort private int port;

  @Test
  void seatSaysWhatOneMayDo() {
    var editor = Newsroom.editor(editors, EDITOR).id();
    var courts = desks.open("courts", "Courts").id();
    assertThat(seating.of(editor)).hasValue(Seats.none(editor));

    seating.give(courts, editor, SeatRole.VIEWER);
    assertThat(seats(editor).sees(courts)).isTrue();
    assertThat(seats(editor).worksAt(courts)).isFalse();
    assertThat(seats(editor).sees(desks.first().id())).isFalse();

    seating.give(courts, editor, SeatRole.EDITOR);
    assertThat(seats(editor).worksAt(courts)).isTrue();
    assertThat(seats(editor).leads(courts)).isFalse();

    seating.give(courts, editor, SeatRole.LEAD);
    assertThat(seats(editor).leads(courts)).isTrue();
    assertThat(seating.members(courts)).extracting(Member::editor).contains(editor);

    seating.take(courts, editor);
    assertThat(seats(editor).sight().ids()).isEmpty();
  }

  @Test
  void viewersAreToldOfNoTip() {
    var oceans = desks.open("oceans", "Oceans").id();
    var editor = Newsroom.editor(editors, EDITOR).id();
    seating.give(oceans, editor, SeatRole.VIEWER);

    assertThat(desks.members(oceans)).isEmpty();
    assertThat(seating.whoSees(oceans)).containsExactly(editor);
    assertThat(seating.worksAt(editor, oceans)).isFalse();
  }

  @Test
  void whoIsShutOutSitsNowhere() {
    var news = desks.first().id();
    var editor = Newsroom.editor(editors, EDITOR).id();
    seating.give(news, editor, SeatRole.EDITOR);
    editors.disable(editor);

    assertThat(seating.of(editor)).isEmpty();
    assertThat(seating.worksAt(editor, news)).isFalse();
    assertThat(seating.whoSees(news)).doesNotContain(editor);
  }

  @Test
  void noSeatIsGivenAtADeskOrToAPersonThatIsNotThere() {
    var editor = Newsroom.editor(editors, EDITOR).id();
    var nobody = UUID.randomUUID();

    assertThatExceptionOfType(BadEditor.class)
        .isThrownBy(() -> seating.give(nobody, editor, SeatRole.EDITOR));
    assertThatExceptionOfType(BadEditor.class)
        .isThrownBy(() -> seating.give(desks.first().id(), nobody, SeatRole.EDITOR));
  }

  @Test
  void administratorComesToTheDeskOnceSeated() {
    var administrator = Newsroom.editor(editors, ADMIN).id();
    var browser = new Browser(port).signIn(administrator, links);
    assertThat(browser.get("/desk").statusCode()).isEqualTo(403);

    seating.give(desks.first().id(), administrator, SeatRole.VIEWER);
    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
  }

  @Test
  void seatAloneIsEnoughToComeIn() {
    var seats = Map.of(desks.first().id(), SeatRole.VIEWER);
    var viewer =
        editors.create(
            new NewEditor(UUID.randomUUID() + "@example.org", "Viewer", Set.of(), seats, null));
    var browser = new Browser(port).signIn(viewer.id(), links);

    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    assertThat(browser.get("/admin").statusCode()).isEqualTo(403);
  }

  private Seats seats(UUID editor) {
    return seating.of(editor).orElseThrow();
  }
}
