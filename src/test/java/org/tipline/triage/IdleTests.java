package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Role;

/** Who does nothing for half an hour is signed out, whatever their open page does by itself. */
@DeskTest
class IdleTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;
  private String tip;

  @BeforeEach
  void openATip() {
    achieng = visitors.signIn("Achieng", Role.EDITOR);
    tip = postbox.post("Mafuriko");
    achieng.get("/desk/tips/" + tip);
  }

  @Test
  void openPageKeepsNobodySignedIn() {
    var token = achieng.page("/desk/tips/" + tip).select("input[name=_csrf]").attr("value");
    var since = idleFor(Duration.ofMinutes(29));

    var reading = Map.of("page", "abc", "reference", tip, "_csrf", token);
    assertThat(achieng.post("/desk/readings", form(reading)).statusCode()).isEqualTo(204);
    assertThat(achieng.get("/desk/live?open=" + tip).statusCode()).isEqualTo(200);
    assertThat(achieng.get("/desk/ahead/" + tip).statusCode()).isEqualTo(200);
    assertThat(used()).isEqualTo(since);

    assertThat(achieng.get("/desk").statusCode()).isEqualTo(200);
    assertThat(used()).isAfter(since);
  }

  @Test
  void openPageIsSignedOutAfterHalfAnHour() {
    idleFor(Duration.ofMinutes(31));

    var answer = achieng.get("/desk/live?open=" + tip);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void looksOfOneMinuteAreWrittenDownOnce() {
    var since = idleFor(Duration.ofSeconds(30));
    achieng.get("/desk");
    assertThat(used()).isEqualTo(since);
  }

  private static String form(Map<String, String> fields) {
    return String.join(
        "&",
        fields.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  /** Sessions go by the machine's clock: Spring Session asks no other. */
  private Instant idleFor(Duration time) {
    var since = Instant.ofEpochMilli(Instant.now().minus(time).toEpochMilli());
    jdbc.sql(
            """
            update spring_session set last_access_time = :since,
              expiry_time = :since + max_inactive_interval * 1000
            where principal_name = :editor
            """)
        .param("since", since.toEpochMilli())
        .param("editor", achieng.id().toString())
        .update();
    return since;
  }

  private Instant used() {
    return jdbc.sql("select last_access_time from spring_session where principal_name = ?")
        .param(achieng.id().toString())
        .query((rs, _) -> Instant.ofEpochMilli(rs.getLong(1)))
        .single();
  }
}
