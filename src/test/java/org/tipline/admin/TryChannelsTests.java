package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tipline.account.Browser;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.SignInLinks;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;
import org.tipline.support.SettableClock;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=AC0123456789abcdef0123456789abcdef",
      "tipline.twilio.auth-token=0123456789abcdef0123456789abcdef",
      "tipline.intake.collect.every=12h",
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.email.address=wananchi@example.org",
      "tipline.channels.email.smtp.port=0"
    })
class TryChannelsTests {

  private static final FrontDoor FRONT = new FrontDoor();
  private static final String PAGE = "/admin/channels";

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  private Browser administrator;

  @DynamicPropertySource
  static void publicAddress(DynamicPropertyRegistry registry) {
    registry.add("tipline.public-url", FRONT::address);
  }

  @BeforeEach
  void open() {
    FRONT.leadTo(port);
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @AfterAll
  static void close() {
    FRONT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web|/tip from this machine, filled in the form and sent it",
        "twilio-sms|/hooks/twilio-sms from this machine as Twilio would",
        "email|Handed a mail for wananchi@example.org to the listener on 127.0.0.1 port"
      })
  void testGoesAllTheWayInAndLeavesNoTip(String channel, String words) {
    var tips = count("tips");

    var said = test(channel);

    assertThat(said)
        .contains("The way in by " + channel + " works.", words, "left out of the queue");
    assertThat(test(channel)).contains("works.");
    assertThat(count("tips")).isEqualTo(tips);
    assertThat(
            jdbc.sql("select state from deliveries where channel = ?")
                .param(channel)
                .query(String.class)
                .list())
        .hasSizeGreaterThanOrEqualTo(2)
        .containsOnly("READ");
    assertThat(administrator.get("/admin/deliveries").body())
        .contains("A test of the channel, sent by an administrator; it is no tip.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web|/tip from this machine, and it answered 502.",
        "twilio-sms|it answered 502. See whether your proxy hands /hooks/ on to Tipline."
      })
  void brokenFrontDoorIsSaidSo(String channel, String words) {
    FRONT.leadTo(0);

    assertThat(test(channel)).contains("The test of " + channel + " failed.", words);
  }

  @Test
  void whatAReaderWritesLikeATestIsATip() throws Exception {
    var id = UUID.randomUUID().toString();
    var text = "TIPLINE-TEST " + id + " " + "A".repeat(43);

    new Rehearsal(port).message("+254300" + id, id, text);

    await()
        .until(
            () ->
                jdbc.sql("select count(*) from submissions where external_id = ? and text = ?")
                    .params(id, text)
                    .query(Integer.class)
                    .single(),
            found -> found == 1);
  }

  @Test
  void channelThatIsOffOrUnknownIsNotTried() {
    for (var channel : new String[] {"twilio-whatsapp", "nothing", "WEB", "%00"}) {
      assertThat(administrator.submit(PAGE, PAGE + "/" + channel + "/test", Map.of()).statusCode())
          .as(channel)
          .isIn(400, 404);
    }
    assertThat(administrator.get(PAGE).body())
        .contains("action=\"/admin/channels/web/test\"")
        .doesNotContain("twilio-whatsapp/test");
  }

  @Test
  void volumeOfTheLastDayStandsBesideTheUsual() throws Exception {
    var before = volume("rehearsal");
    receive();
    assertThat(volume("rehearsal")).isNotEqualTo(before).endsWith(", usually none");

    clock.pass(Duration.ofHours(30));
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);

    assertThat(volume("rehearsal")).isEqualTo("0, usually less than one");
  }

  private void receive() throws Exception {
    var id = UUID.randomUUID().toString();
    var had = count("submissions");
    new Rehearsal(port).message("+254300" + id, id, "Maji " + id);
    await().until(() -> count("submissions") > had);
  }

  private String volume(String channel) {
    return Jsoup.parse(administrator.get(PAGE).body()).select("tbody tr").stream()
        .filter(row -> row.select("td").eachText().getFirst().equals(channel))
        .map(row -> row.select("td[data-label=Last 24 h]").text())
        .findFirst()
        .orElseThrow();
  }

  private String test(String channel) {
    var answer = administrator.submit(PAGE, PAGE + "/" + channel + "/test", Map.of());
    assertThat(answer.headers().firstValue("Location")).hasValue(PAGE);
    return Jsoup.parse(administrator.get(PAGE).body()).select(".said, .problem").text();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}
