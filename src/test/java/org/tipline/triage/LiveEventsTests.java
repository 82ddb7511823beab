package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Role;

@DeskTest
class LiveEventsTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private JdbcClient jdbc;

  @Test
  void openPageIsToldOfANewTipWithinASecond() {
    var achieng = visitors.editor("Achieng");
    var lines = listen(achieng);
    await().until(() -> !lines.isEmpty());

    postbox.post("Mafuriko");

    await().atMost(Duration.ofSeconds(1)).until(() -> lines.contains("event:queue"));
    assertThat(lines).doesNotContain("Mafuriko");
  }

  @Test
  void newsThatNobodyUnderstandsDoesNotMakeThePageDeaf() {
    var lines = listen(visitors.editor("Achieng"));
    await().until(() -> !lines.isEmpty());

    jdbc.sql("select pg_notify('tipline_queue', 'of another version')").query().singleRow();
    await()
        .until(() -> lines.contains("event:queue")); // it listens again, and looks what it missed
    lines.clear();
    postbox.post("Mafuriko tena");

    await().until(() -> lines.contains("event:queue"));
  }

  @Test
  void streamEndsWithTheSession() {
    var achieng = visitors.signIn("Achieng", Role.EDITOR);
    var lines = listen(achieng);
    await().until(() -> !lines.isEmpty());

    achieng.submit("/desk", "/sign-out", Map.of());

    await().until(() -> lines.contains("(end)"));
    assertThat(achieng.get("/desk/events").statusCode()).isNotEqualTo(200);
  }

  @Test
  void streamIsNeitherKeptNorHeldBack() {
    var achieng = visitors.editor("Achieng");
    var answer = open(achieng);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    answer.body().close();
  }

  @Test
  void oneEditorWithTooManyPagesIsToldToWait() {
    var achieng = visitors.signIn("Achieng", Role.EDITOR);
    for (var n = 0; n < 12; n++) {
      assertThat(open(achieng).statusCode()).isEqualTo(200);
    }
    var refused = open(achieng);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(open(visitors.editor("Otieno")).statusCode()).isEqualTo(200);
  }

  private static List<String> listen(Visitor visitor) {
    var lines = new CopyOnWriteArrayList<String>();
    var answer = open(visitor);
    Thread.startVirtualThread(
        () -> {
          answer.body().forEach(lines::add);
          lines.add("(end)");
        });
    return lines;
  }

  private static HttpResponse<Stream<String>> open(Visitor visitor) {
    return visitor.get("/desk/events", BodyHandlers.ofLines(), "Accept", "text/event-stream");
  }
}
