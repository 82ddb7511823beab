package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages stay flat: so many statements and no more, however many tips, notes, views and desks there
 * are. All that a request runs counts: the session, who asks and where they sit, the page.
 */
@DeskTest
class StatementsTests {

  private static final int MOST = 6;

  /** A page of a tip alone has no list beside it. */
  private static final int MOST_OF_A_TIP = 5;

  /** The session, and where its editor sits. */
  private static final int TO_KNOW_WHO_ASKS = 2;

  private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final ListAppender<ILoggingEvent> statements = new ListAppender<>();

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;
  private String tip;

  @BeforeEach
  void listen() {
    achieng = visitors.editor("Achieng");
    tip = "/desk/tips/" + postbox.post("Mafuriko");
    achieng.submit(tip, tip + "/notes", Map.of("text", "Called"));
    achieng.submit(tip, tip + "/tags", Map.of("tags", "floods"));
    achieng.submit("/desk", "/desk/views?media=yes", Map.of("name", "Files"));
    achieng.submit("/desk", "/desk/views?tagged=floods", Map.of("name", "Floods"));
    statements.start();
    log.addAppender(statements);
    log.setLevel(Level.DEBUG);
  }

  @AfterEach
  void listenNoMore() {
    log.setLevel(null);
    log.detachAppender(statements);
    jdbc.sql("delete from saved_views").update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/desk", "/desk?desk=news", "/desk?state=MINE", "/desk/live", "/desk?state=SPAM"})
  void queueTakesFewStatements(String path) {
    assertThat(achieng.get(path).statusCode()).isEqualTo(200);
    assertThat(ofTheRequest()).hasSizeBetween(TO_KNOW_WHO_ASKS + 1, MOST);
  }

  @Test
  void tipTakesFewStatements() {
    assertThat(achieng.get(tip).statusCode()).isEqualTo(200);
    assertThat(ofTheRequest()).hasSizeBetween(TO_KNOW_WHO_ASKS + 1, MOST);
  }

  @Test
  void tipAloneTakesFewer() {
    achieng.get(tip, "HX-Request", "true", "HX-Target", "tip");
    assertThat(ofTheRequest()).hasSizeBetween(TO_KNOW_WHO_ASKS + 1, MOST_OF_A_TIP);
  }

  @Test
  void saysThatItIsThereWithoutAQueryOfItsOwn() {
    var token = achieng.page(tip).select("input[name=_csrf]").attr("value");
    statements.list.clear();
    achieng.post("/desk/readings", "page=abc&reference=" + tip.substring(11) + "&_csrf=" + token);
    assertThat(ofTheRequest())
        .hasSize(TO_KNOW_WHO_ASKS + 1)
        .last()
        .asString()
        .contains("pg_notify");
  }

  private List<String> ofTheRequest() {
    return List.copyOf(statements.list).stream()
        .filter(event -> event.getThreadName().contains("tomcat-handler"))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.matches("(?s)Executing (prepared )?SQL .*\\[.*"))
        .toList();
  }
}
