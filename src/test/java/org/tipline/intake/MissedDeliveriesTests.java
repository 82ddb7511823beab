package org.tipline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.ListingChannel;
import org.tipline.support.QueueWatch;
import org.tipline.support.SettableClock;
import org.tipline.support.TwilioCaller;
import org.tipline.support.TwilioStore;

@TwilioNewsroomTest
class MissedDeliveriesTests implements TwilioNewsroom {

  private static final ChannelName SMS = new ChannelName("twilio-sms");
  private static final ChannelName WHATSAPP = new ChannelName("twilio-whatsapp");

  @Autowired private MissedDeliveries missed;
  @Autowired private Channels channels;
  @Autowired private Activity activity;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  /** Words that only this test's readers use. */
  private final String words = "habari-" + UUID.randomUUID();

  @BeforeEach
  void nothingIsUnderWay() {
    awaitFirstLooks(jdbc);
  }

  @Test
  void anHourOfAbsenceLosesNothing() throws Exception {
    keep(0, 495, minutesAgo(60));
    twilio.failAfter(1, 503, 20500, "");
    twilio.beforeNextPage(() -> {});
    twilio.beforeNextPage(() -> keep(495, 500, clock.instant()));

    var broken = catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()));
    missed.collect(sms());

    assertThat(broken.wait(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(10));
    // page 2 was asked for twice, pages 1 and 3 once
    assertThat(twilio.requests()).hasSize(4);
    assertThat(twilio.requests().get(2)).isEqualTo(twilio.requests().get(1));
    clock.pass(Duration.ofMinutes(2));
    missed.collect(sms());
    awaitTips(500);
    assertThat(queue.submissionsWith(words)).isEqualTo(500);
    missed.collect(sms());
    assertThat(twilio.requests()).hasSize(10);
    assertThat(deliveries()).isEqualTo(500);
  }

  @Test
  void olderMessagesComeFirstHoweverManyThereAre() throws Exception {
    keep(0, 250, minutesAgo(60));

    missed.collect(sms(), 100);

    assertThat(
            jdbc.sql("select key from deliveries where key = any(?) order by seq")
                .param(sids(250))
                .query(String.class)
                .list())
        .containsExactly(sids(250));
    // two pages, three times
    assertThat(twilio.requests()).hasSize(6);
  }

  @Test
  void listThatRepeatsAndReordersIsTakenInOnce() throws Exception {
    keep(0, 450, minutesAgo(90));
    twilio.list(TwilioStore.Order.REPEATING);

    missed.collect(sms());

    awaitTips(450);
    assertThat(deliveries()).isEqualTo(450);
  }

  @Test
  void listWithoutAnEndIsLeft() throws Exception {
    keep(0, 1, minutesAgo(3));
    twilio.list(TwilioStore.Order.ENDLESS);

    missed.collect(sms());

    awaitTips(1);
    assertThat(twilio.requests()).hasSize(2);
  }

  @Test
  void callAndListMeetInOneTip() throws Exception {
    keep(0, 40, minutesAgo(2));
    var called = IntStream.range(0, 40).<Callable<Integer>>mapToObj(n -> () -> call(n)).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = called.subList(0, 20).stream().map(threads::submit).toList();
      missed.collect(sms());
      for (var call : calls) {
        assertThat(call.get()).isEqualTo(200);
      }
    }
    for (var call : called) {
      assertThat(call.call()).isEqualTo(200);
    }

    awaitTips(40);
    assertThat(deliveries()).isEqualTo(40);
    assertThat(queue.submissionsWith(words)).isEqualTo(40);
  }

  @Test
  void filesComeWithTheMessage() throws Exception {
    var files = List.of(sid("ME", 1), sid("ME", 2));
    twilio.keepWithFiles(sid("SM", 0), reader(0), "25170", words, minutesAgo(5), files);

    missed.collect(sms());

    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                """
                                select a.state, a.declared_type, a.bytes from attachments a
                                join submissions s on s.id = a.submission_id where s.text = ?
                                """)
                            .param(words)
                            .query()
                            .listOfRows())
                    .hasSize(2)
                    .allSatisfy(
                        row ->
                            assertThat(row)
                                .containsEntry("state", "STORED")
                                .containsEntry("declared_type", "image/jpeg")
                                .containsEntry("bytes", 34L)));
  }

  @Test
  void filesThatAreGoneTakeNoWordsWithThem() throws Exception {
    keep(sid("SM", 0), words, minutesAgo(5), Map.of("num_media", "1"));
    twilio.failAfter(1, 404, 20404, "");

    missed.collect(sms());

    awaitTips(1);
  }

  @Test
  void whatTwilioDoesNotGiveOutHoldsUpNothingElse() throws Exception {
    keep(0, 249, minutesAgo(30));
    keep(sid("SM", 249), words, minutesAgo(20), Map.of("num_media", "1"));
    twilio.failOn(sid("SM", 249) + "/Media.json", 403);

    var broken = catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()));
    assertThatThrownBy(() -> missed.collect(sms())).isInstanceOf(LookBroken.class);

    assertThat(broken.wait(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(deliveries()).isEqualTo(249);
    assertThat(activity.of(SMS).lastFailure())
        .isEqualTo(
            "Could not collect all missed deliveries, will try again; left: 1. %s: Twilio answered 403."
                .formatted(sid("SM", 249)));
    twilio.failOn("", 200);
    missed.collect(sms());
    assertThat(deliveries()).isEqualTo(250);
    assertThat(activity.of(SMS).lastFailure()).isNull();
  }

  @Test
  void whoIsTooBusyForAFileIsLeftAlone() {
    keep(sid("SM", 0), words, minutesAgo(5), Map.of("num_media", "1"));
    keep(sid("SM", 1), words, minutesAgo(4), Map.of());
    twilio.failAfter(1, 429, 20429, "7");

    var broken = catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()));

    assertThat(broken.wait(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(7));
    assertThat(deliveries()).isZero();
  }

  @Test
  void whatTheListCannotShowIsMarked() throws Exception {
    keep(sid("SM", 0), "", minutesAgo(5), Map.of());

    missed.collect(sms());

    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "select array_to_string(marks, ',') from submissions where"
                                    + " external_id = ?")
                            .param(sid("SM", 0))
                            .query(String.class)
                            .list())
                    .containsExactly("UNSUPPORTED"));
  }

  @Test
  void eachNumberHasItsOwnList() throws Exception {
    twilio.keep(
        sid("SM", 0),
        "whatsapp:" + reader(0),
        "whatsapp:+254743570000",
        words,
        minutesAgo(5),
        Map.of());

    missed.collect(sms());
    missed.collect(channel(WHATSAPP));

    awaitTips(1);
    assertThat(
            jdbc.sql("select channel from deliveries where key = ?")
                .param(sid("SM", 0))
                .query(String.class)
                .list())
        .containsExactly("twilio-whatsapp");
  }

  @Test
  void whatIsNotForUsIsLeft() throws Exception {
    keep(sid("SM", 0), words, minutesAgo(5), Map.of("direction", "outbound-api"));
    keep(sid("SM", 1), words, minutesAgo(5), Map.of("direction", "outbound-reply"));
    keep(sid("SM", 2), words, minutesAgo(5), Map.of("account_sid", "AC" + "9".repeat(32)));
    keep(sid("SM", 3), words, minutesAgo(5), Map.of("to", "25171"));
    keep(sid("SM", 4), words, minutesAgo(24 * 60 + 5), Map.of());
    keep(sid("SM", 5), words, minutesAgo(24 * 60 - 5), Map.of());

    missed.collect(sms());

    awaitTips(1);
    assertThat(deliveries()).isEqualTo(1);
  }

  @Test
  void messageIsShownAsOldAsItIs() throws Exception {
    var sentAt = minutesAgo(40).truncatedTo(ChronoUnit.SECONDS);
    keep(sid("SM", 0), words, sentAt, Map.of());

    missed.collect(sms());

    awaitTips(1);
    assertThat(
            jdbc.sql("select received_at from submissions where external_id = ?")
                .param(sid("SM", 0))
                .query(Timestamp.class)
                .single()
                .toInstant())
        .isEqualTo(sentAt);
  }

  @Test
  void messageThatHasJustComeIsLeftToItsCall() throws Exception {
    keep(0, 1, clock.instant());

    missed.collect(sms());

    assertThat(deliveries()).isZero();
  }

  @Test
  void clockThatJumpsAnHourHidesNothing() throws Exception {
    clock.pass(Duration.ofHours(1));
    missed.collect(sms());
    clock.reset();
    keep(0, 1, minutesAgo(2));
    missed.collect(sms());
    clock.pass(Duration.ofHours(-1));
    missed.collect(sms());
    keep(1, 2, minutesAgo(2));
    missed.collect(sms());
    clock.reset();

    awaitTips(2);
  }

  @Test
  void busyProviderSaysWhenToComeBack() {
    twilio.failAfter(0, 429, 20429, "7");

    var broken = catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()));

    assertThat(broken.wait(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void pageTheProviderForgotIsNotAskedForForEver() throws Exception {
    keep(0, 250, minutesAgo(30));
    twilio.failAfter(1, 400, 20001, "");
    for (var n = 0; n < 2; n++) {
      twilio.failAfter(0, 400, 20001, "");
    }

    for (var n = 0; n < 3; n++) {
      assertThat(catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()))).isNotNull();
    }
    missed.collect(sms());

    awaitTips(250);
  }

  @Test
  void wrongTokenIsOneSentenceUntilItIsRight() throws Exception {
    for (var n = 0; n < 3; n++) {
      twilio.failAfter(0, 401, 20003, "");
      assertThat(catchThrowableOfType(LookBroken.class, () -> missed.collect(sms()))).isNotNull();
    }

    assertThat(activity.of(SMS).lastFailure())
        .isEqualTo(
            "Could not look for missed deliveries. Twilio refuses the account's token (401, error"
                + " 20003); set tipline.twilio.auth-token to the one in use.");
    missed.collect(sms());
    assertThat(activity.of(SMS).lastFailure()).isNull();
  }

  @Test
  void onlyWhatTwilioKeepsIsAskedForWhenAllIsWell() throws Exception {
    keep(0, 150, minutesAgo(30));
    missed.collect(sms());

    missed.collect(sms());

    assertThat(twilio.requests())
        .hasSize(2)
        .allMatch(request -> request.contains("/Messages.json?"));
  }

  private ListingChannel sms() {
    return channel(SMS);
  }

  private ListingChannel channel(ChannelName name) {
    return channels.find(name, ListingChannel.class).orElseThrow();
  }

  private void keep(int from, int to, Instant at) {
    for (var n = from; n < to; n++) {
      twilio.keep(sid("SM", n), reader(n), "25170", words + " " + n, at.plusMillis(n), Map.of());
    }
  }

  private void keep(String sid, String text, Instant at, Map<String, Object> extra) {
    twilio.keep(sid, reader(0), "25170", text, at, extra);
  }

  private int call(int n) throws Exception {
    var base = URI.create("http://127.0.0.1:" + port);
    return new TwilioCaller(
            base, "https://tips.example.org", TwilioNewsroomTest.ACCOUNT, TwilioNewsroomTest.TOKEN)
        .message("twilio-sms", sid("SM", n), reader(n), words + " " + n, Map.of())
        .statusCode();
  }

  private String sid(String kind, int n) {
    return kind + UUID.nameUUIDFromBytes((words + n).getBytes(UTF_8)).toString().replace("-", "");
  }

  private String[] sids(int number) {
    return IntStream.range(0, number).mapToObj(n -> sid("SM", n)).toArray(String[]::new);
  }

  private String reader(int n) {
    return "+2547%05d%03d".formatted(Math.floorMod(words.hashCode(), 100_000), n);
  }

  private Instant minutesAgo(int minutes) {
    return clock.instant().minus(Duration.ofMinutes(minutes));
  }

  private void awaitTips(int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(queue.tipsWith(words)).isEqualTo(number));
  }

  private int deliveries() {
    return jdbc.sql("select count(*) from deliveries where key = any(?)")
        .param(sids(500))
        .query(Integer.class)
        .single();
  }
}
