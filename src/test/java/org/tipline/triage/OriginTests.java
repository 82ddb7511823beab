package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desks;
import org.tipline.account.Sight;
import org.tipline.channel.Details;
import org.tipline.moderation.Queue;

/** Each line of a tip's history says from where it came, too. */
@DeskTest
class OriginTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;
  private String tip;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng Otieno");
    desks.open("western", "Western");
    var reader = Postbox.someone();
    var words = "Mafuriko " + UUID.randomUUID();
    tip = postbox.post(reader, words, Details.NONE);
    postbox.post(reader, words, Details.NONE);
  }

  @Test
  void readerRuleScreenAndBulkAreTold() {
    achieng.submit(page(), page() + "/notes", Map.of("text", "Called"));
    var pick = tip + ":" + queue.row(Sight.EVERYWHERE, tip).orElseThrow().version();
    achieng.submit("/desk", "/desk/bulk", Map.of("pick", pick, "kind", "accept"));

    assertThat(achieng.page(page()).select(".history li").eachText())
        .satisfiesExactly(
            line -> assertThat(line).contains("opened").endsWith("from the reader"),
            line -> assertThat(line).contains("received more").endsWith("from the reader"),
            line -> assertThat(line).contains("screened", "The same words").endsWith("by rule"),
            line -> assertThat(line).contains("wrote a note").endsWith("on screen"),
            line -> assertThat(line).contains("accepted").endsWith("with others"));
  }

  @Test
  void olderLineSaysThatItDoesNotKnow() {
    jdbc.sql(
            """
            update tip_history set origin = null
            where tip_id = (select id from tips where reference = ?)
            """)
        .param(tip.replace("-", ""))
        .update();

    assertThat(achieng.page(page()).select(".history .origin").eachText())
        .isNotEmpty()
        .containsOnly("from where was not kept");
  }

  @Test
  void everyTextIsWrittenInBothLanguages() throws IOException {
    assertThat(words("lookback_sw").keySet()).isEqualTo(words("lookback").keySet());
  }

  private String page() {
    return "/desk/tips/" + tip;
  }

  private static Properties words(String name) throws IOException {
    var words = new Properties();
    try (var file = OriginTests.class.getResourceAsStream("/words/" + name + ".properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    }
    return words;
  }
}
