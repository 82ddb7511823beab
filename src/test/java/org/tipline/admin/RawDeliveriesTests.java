package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Browser;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.SignInLinks;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;

/**
 * What an administrator does with parked deliveries: sees their bytes for a reason, reads a kind
 * again.
 */
@NewsroomTest
class RawDeliveriesTests {

  private static final String PAGE = "/admin/deliveries";

  private final String key = UUID.randomUUID().toString();

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;

  private Browser administrator;
  private UUID parked = UUID.randomUUID();

  @BeforeEach
  void park() throws Exception {
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
    assertThat(new Rehearsal(port).deliver(key, "unreadable")).isEqualTo(200);
    await().until(() -> !parkedIds().isEmpty());
    parked = parkedIds().getFirst();
  }

  @Test
  void bytesComeAsAFileThatRunsNowhereAndTheReasonStays() {
    var why = "The provider asks <b>" + key;
    var answer = take(why);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(key + "\nunreadable");
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue("sandbox; default-src 'none'");
    assertThat(headers.firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"delivery-" + parked + ".bin\"");
    assertThat(views()).containsExactly(why);
    assertThat(Jsoup.parse(administrator.get(PAGE).body()).select("#views ~ table").text())
        .contains(why, parked.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "x"})
  void withoutAGoodReasonNothingIsOpenedNorWritten(String reason) {
    var answer = take(reason.equals("x") ? reason.repeat(501) : reason);

    assertThat(answer.headers().firstValue("Location")).hasValue(PAGE);
    assertThat(administrator.get(PAGE).body()).contains("Say in 1 to 500 characters why");
    assertThat(views()).isEmpty();
  }

  @Test
  void triedInVainIsWrittenDownToo() {
    jdbc.sql("update deliveries set sealed = '\\x00' where id = ?").param(parked).update();

    assertThat(take("Why not").statusCode()).isEqualTo(302);

    assertThat(administrator.get(PAGE).body()).contains("No key of ours opens that delivery");
    assertThat(views()).containsExactly("Why not");
  }

  @Test
  void deliveryThatIsGoneIsSaidSo() {
    administrator.submit(PAGE, PAGE + "/" + UUID.randomUUID() + "/raw", Map.of("reason", "why"));

    assertThat(administrator.get(PAGE).body()).contains("There is no such delivery any more.");
  }

  @Test
  void oneKindIsReadAgainAndNoOther() {
    var other = UUID.randomUUID();
    jdbc.sql(
            """
            insert into deliveries (id, channel, key, received_at, sealed, state, attempts,
              next_attempt_at, failure, failed_at)
            values (?, 'web', ?, now(), '\\x00', 'UNREADABLE', 5, now(), 'Another reason.', now())
            """)
        .params(other, other.toString())
        .update();

    administrator.submit(
        PAGE, PAGE + "/replay", Map.of("channel", "web", "failure", "Another reason."));

    assertThat(administrator.get(PAGE).body()).contains("1 delivery is being read again.");
    assertThat(attempts(other)).isLessThan(5);
    assertThat(parkedIds()).containsExactly(parked);
  }

  private HttpResponse<String> take(String reason) {
    return administrator.submit(PAGE, PAGE + "/" + parked + "/raw", Map.of("reason", reason));
  }

  private List<UUID> parkedIds() {
    return jdbc.sql("select id from deliveries where key = ? and state = 'UNREADABLE'")
        .param(key)
        .query(UUID.class)
        .list();
  }

  private List<String> views() {
    return jdbc.sql("select reason from delivery_views where delivery_id = ?")
        .param(parked)
        .query(String.class)
        .list();
  }

  private int attempts(UUID id) {
    return jdbc.sql("select attempts from deliveries where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
