package org.tipline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.tipline.channel.Delivery;
import org.tipline.folder.DataFolder;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RehearsalChannel;
import org.tipline.support.SettableClock;

/** Several sorters on one database, as several instances have them. */
@NewsroomTest
class SorterTests {

  @Autowired private Intake intake;
  @Autowired private Sorter sorter;
  @Autowired private TakeBatch takeBatch;
  @Autowired private SortBatch sortBatch;
  @Autowired private SortNewcomers sortNewcomers;
  @Autowired private SortDelivery sortDelivery;
  @Autowired private Deliveries deliveries;
  @Autowired private SenderLanes lanes;
  @Autowired private DataFolder data;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  private final String run = UUID.randomUUID().toString();
  private final List<Sorter> others = new ArrayList<>();

  @AfterEach
  void stop() {
    others.forEach(Sorter::stop);
    // the clock was ahead, and the channel's latest failure is another test's
    jdbc.sql(
            "update deliveries set failed_at = received_at where failed_at is not null and key like"
                + " ? || '%'")
        .param(run)
        .update();
  }

  @Test
  void eachSendersDeliveriesAreSortedInTheOrderTheyCame() throws Exception {
    startOthers(3);
    var senders = 16;
    var each = 15;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending =
          IntStream.range(0, senders)
              .<Callable<Void>>mapToObj(sender -> () -> send(sender, each))
              .toList();
      for (var sent : threads.invokeAll(sending)) {
        sent.get();
      }
    }

    awaitSubmissions(senders * each);
    // their ids are in the order they were made
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from (
                      select s.id, lag(s.id) over (partition by s.reader_id order by d.seq) before
                      from submissions s join deliveries d on d.id = s.delivery_id
                      where d.key like :run || '%') neighbours
                    where id < before
                    """)
                .param("run", run)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql(
                    """
                    select max(attempts) from deliveries where key like ? || '%'
                    """)
                .param(run)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    await()
        .until(
            () -> jdbc.sql("select count(*) from sender_lanes").query(Integer.class).single() == 0);
  }

  @Test
  void whatFailedIsWaitedForByItsSenderAndNobodyElse() throws Exception {
    var since = clock.instant().truncatedTo(MICROS);
    accept("lost", "0711" + run, RehearsalChannel.LOST_UPLOAD);
    accept("later", "0711" + run, "said later");
    accept("other", "0722" + run, "said by somebody else");

    await().until(() -> state("other").equals("READ"));
    assertThat(state("later")).isEqualTo("RECEIVED");
    for (var attempt = 1; attempt <= Sorter.MOST_ATTEMPTS; attempt++) {
      assertThat(state("later")).isEqualTo("RECEIVED");
      var before = since;
      await().until(() -> failedSince("lost", before));
      assertThat(attempts("lost")).isEqualTo(attempt);
      clock.pass(Duration.ofSeconds(70));
      since = clock.instant().truncatedTo(MICROS);
      sorter.wake();
    }

    await().until(() -> state("lost").equals("UNREADABLE"));
    await().until(() -> state("later").equals("READ"));
    assertThat(attempts("later")).isEqualTo(1);
  }

  @Test
  void newcomerWhoseMessageCannotBeKeptHoldsUpNoneOfTheOthers() throws Exception {
    sorter.stop();
    try {
      for (var n = 0; n < 20; n++) {
        var text = n == 7 ? RehearsalChannel.NO_SUCH_TIME : "said by one of many";
        accept("new-" + n, "0777" + n + run, text);
      }
    } finally {
      sorter.start();
    }
    awaitSubmissions(19);
    await().until(() -> failed("new-7"));
    assertThat(state("new-7")).isEqualTo("RECEIVED");
    forget("new-7");
    assertThat(
            jdbc.sql(
                    """
                    select count(distinct s.reader_id) from submissions s
                      join tip_submissions ts on ts.submission_id = s.id
                      join tips t on t.id = ts.tip_id and t.reader_id = s.reader_id
                      join tip_history h on h.tip_id = t.id and h.action = 'opened'
                    where s.external_id like ? || '%'
                    """)
                .param(run)
                .query(Integer.class)
                .single())
        .isEqualTo(19);
  }

  @Test
  void whatAnInstanceTookAndLeftIsTakenByAnotherInOrder() throws Exception {
    sorter.stop();
    try {
      accept("first", "0733" + run, "said first");
      accept("second", "0733" + run, "said second");
      assertThat(takeBatch.take().deliveries()).hasSize(2);
      assertThat(takeBatch.take().deliveries()).isEmpty();
      accept("third", "0733" + run, "said third");
      assertThat(takeBatch.take().deliveries()).isEmpty();
    } finally {
      sorter.start();
    }
    clock.pass(TakeBatch.LEASE.plusSeconds(2));

    await().until(() -> state("third").equals("READ"));
    assertThat(
            jdbc.sql(
                    """
                    select d.key from submissions s join deliveries d on d.id = s.delivery_id
                    where d.key like ? || '%' order by s.id
                    """)
                .param(run)
                .query(String.class)
                .list())
        .containsExactly(run + "first", run + "second", run + "third");
  }

  @Test
  void oneSenderWhoHasToWaitHoldsUpNobodyHoweverMuchTheySent() throws Exception {
    sorter.stop();
    accept("many-0", "0755" + run, "said first");
    var elsewhere = takeBatch.take();
    try {
      acceptMany(1_200, "0755" + run);
      accept("other", "0766" + run, "said by somebody else");
    } finally {
      sorter.start();
    }
    await().atMost(Duration.ofSeconds(8)).until(() -> state("other").equals("READ"));
    assertThat(state("many-0")).isEqualTo("RECEIVED");
    assertThat(count("state = 'RECEIVED' and attempts = 0 and lanes is not null")).isEqualTo(1_200);

    // the order shows in some of them, and the rest only takes time
    jdbc.sql("delete from deliveries where key like ? || 'many-%' and key !~ '(-0|7)$'")
        .param(run)
        .update();
    var left = count("true");
    takeBatch.end(elsewhere, elsewhere.deliveries());
    sorter.wake();
    awaitSubmissions(left);
    assertThat(
            jdbc.sql(
                    """
                    select row_number() over (order by d.received_at, d.seq) from submissions s
                      join deliveries d on d.id = s.delivery_id
                    where d.key like ? || 'many-%' order by s.id
                    """)
                .param(run)
                .query(Long.class)
                .list())
        .isSorted();
    assertThat(count("lanes is null and attempts = 1")).isEqualTo(left);
  }

  @Test
  void whatIsBehindOneThatWaitsForOnlyOneOfItsSendersWaitsToo() throws Exception {
    sorter.stop();
    try {
      var a = "0701" + run;
      var b = "0702" + run;
      accept("a", a, "said first");
      var elsewhere = takeBatch.take();
      accept("ab", a, "said second\n" + b + "|" + run + "ab2|said second, too");
      assertThat(takeBatch.take().deliveries()).isEmpty();
      accept("b", b, "said third");
      assertThat(takeBatch.take().deliveries()).isEmpty();

      takeBatch.end(elsewhere, elsewhere.deliveries());
      assertThat(takeBatch.take().bySender())
          .singleElement()
          .extracting(group -> group.stream().map(one -> one.row().key()).toList())
          .isEqualTo(List.of(run + "a", run + "ab", run + "b"));
    } finally {
      sorter.start();
    }
    clock.pass(TakeBatch.LEASE.plusSeconds(2));
    await().until(() -> state("b").equals("READ"));
  }

  @Test
  void whatTheMediaFolderCannotTakeIsTriedUntilItCan() throws Exception {
    var folder = data.part("media/tmp");
    var away = folder.resolveSibling("away");
    Files.move(folder, away);
    try {
      accept("file", "0733" + run, RehearsalChannel.ENCLOSED);
      failMoreOftenThanIsParked("file");
    } finally {
      Files.move(away, folder);
    }
    clock.pass(Duration.ofSeconds(70));
    await().until(() -> state("file").equals("READ"));
    assertThat(attempts("file")).isEqualTo(1);
  }

  @Test
  void whatTheDatabaseCannotTakeIsTriedUntilItCan() throws Exception {
    jdbc.sql(
            """
            create function no_room() returns trigger language plpgsql as
              $$ begin raise exception using errcode = 'disk_full'; end $$;
            create trigger no_room before insert on submissions for each row
              when (new.external_id like '%s%%') execute function no_room()
            """
                .formatted(run))
        .update();
    try {
      accept("tip", "0744" + run, "said while the disk was full");
      failMoreOftenThanIsParked("tip");
    } finally {
      jdbc.sql("drop function no_room() cascade").update();
    }
    clock.pass(Duration.ofSeconds(70));
    await().until(() -> state("tip").equals("READ"));
    assertThat(attempts("tip")).isEqualTo(1);
  }

  @Test
  void attemptWhoseOutcomeTheDatabaseDoesNotTakeIsTakenBack() throws Exception {
    var away = new AwayAtFirst();
    sorter.stop();
    try {
      accept("broken", "0755" + run, "said when the database went");
      var other = new Sorter(takeBatch, away, deliveries);
      others.add(other);
      other.start();
      await().until(() -> state("broken").equals("READ"));
    } finally {
      sorter.start();
    }
    assertThat(away.tries).hasValueGreaterThan(2);
    assertThat(attempts("broken")).isEqualTo(1);
  }

  @Test
  void whatCameByAChannelThatIsOffHereWaitsUntilItIsOn() throws Exception {
    sorter.stop();
    try {
      accept("off", "0788" + run, "said by a channel that is off");
      moveToChannel("off", "gone");
      accept("on", "0799" + run, "said by one that is on");
    } finally {
      sorter.start();
    }
    await().until(() -> state("on").equals("READ"));
    assertThat(state("off")).isEqualTo("RECEIVED");
    assertThat(attempts("off")).isZero();

    moveToChannel("off", RehearsalChannel.NAME.value());
    sorter.wake();
    await().until(() -> state("off").equals("READ"));
  }

  @Test
  void whatWasTakenByAClockThatWasAnHourAheadDoesNotWaitForThatHour() throws Exception {
    sorter.stop();
    try {
      clock.pass(Duration.ofHours(1));
      accept("ahead", "0766" + run, "said in the future");
      assertThat(takeBatch.take().deliveries()).hasSize(1);
      clock.reset();
    } finally {
      sorter.start();
    }
    await().until(() -> state("ahead").equals("READ"));
  }

  @Test
  void whatMayHaveEndedTiplineIsTakenAloneAndCountsForNoOther() throws Exception {
    sorter.stop();
    try {
      accept("innocent", "0744" + run, "said first");
      accept("suspect", "0755" + run, "said by somebody else");
      jdbc.sql("update deliveries set attempts = 1 where key = ?").param(run + "suspect").update();

      assertThat(takeBatch.take().deliveries())
          .extracting(opened -> opened.row().key())
          .containsExactly(run + "suspect");
      assertThat(attempts("innocent")).isZero();
    } finally {
      sorter.start();
    }
    await().until(() -> state("innocent").equals("READ"));
    assertThat(attempts("innocent")).isEqualTo(1);
    assertThat(state("suspect")).isEqualTo("RECEIVED");
    clock.pass(TakeBatch.LEASE.plusSeconds(2));
    await().until(() -> state("suspect").equals("READ"));
  }

  @Test
  void sendersWithAnAddressInCommonAreSortedTogether() {
    var a = UUID.randomUUID();
    var b = UUID.randomUUID();
    var c = UUID.randomUUID();
    var batch =
        List.of(opened("1", a), opened("2", c), opened("3", b), opened("4", a, b), opened("5"));

    assertThat(new Batch(batch, clock.instant()).bySender())
        .extracting(group -> group.stream().map(one -> one.row().key()).toList())
        .containsExactlyInAnyOrder(List.of("1", "3", "4"), List.of("2"), List.of("5"));
  }

  private Opened opened(String key, UUID... addresses) {
    var row = new SealedDelivery(UUID.randomUUID(), "rehearsal", key, clock.instant(), new byte[0]);
    return new Opened(row, Set.of(addresses), new Opened.Content.Unreadable("a test"));
  }

  private void startOthers(int number) {
    for (var n = 0; n < number; n++) {
      var other = new Sorter(takeBatch, sortBatch, deliveries);
      other.start();
      others.add(other);
    }
  }

  private Void send(int sender, int number) throws StoreAway {
    for (var n = 0; n < number; n++) {
      accept(sender + "-" + n, "07" + sender + run, "bubble " + n);
    }
    return null;
  }

  private void accept(String id, String sender, String text) throws StoreAway {
    var body = run + id + "\n" + sender + "|" + run + id + "|" + text;
    intake.accept(
        new Delivery(
            RehearsalChannel.NAME, run + id, clock.instant(), Map.of(), body.getBytes(UTF_8)));
  }

  private void acceptMany(int number, String sender) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending =
          IntStream.rangeClosed(1, number)
              .<Callable<Void>>mapToObj(
                  n ->
                      () -> {
                        accept("many-" + n, sender, "bubble " + n);
                        return null;
                      })
              .toList();
      for (var sent : threads.invokeAll(sending)) {
        sent.get();
      }
    }
  }

  private int count(String condition) {
    return jdbc.sql("select count(*) from deliveries where key like ? || '%' and " + condition)
        .param(run)
        .query(Integer.class)
        .single();
  }

  private void failMoreOftenThanIsParked(String id) {
    for (var attempt = 0; attempt <= Sorter.MOST_ATTEMPTS; attempt++) {
      var since = clock.instant().truncatedTo(MICROS);
      clock.pass(Duration.ofSeconds(70));
      sorter.wake();
      await().until(() -> failedSince(id, since.plusSeconds(70)));
      assertThat(attempts(id)).isZero();
      assertThat(state(id)).isEqualTo("RECEIVED");
    }
    assertThat(delivery(id, "next_attempt_at - failed_at = '64 seconds'", Boolean.class)).isTrue();
  }

  private void moveToChannel(String id, String channel) {
    jdbc.sql("update deliveries set channel = ? where key = ?")
        .param(channel)
        .param(run + id)
        .update();
  }

  private void awaitSubmissions(int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                jdbc.sql("select count(*) from submissions where external_id like ? || '%'")
                        .param(run)
                        .query(Integer.class)
                        .single()
                    == number);
  }

  /** Lest it be due in another test. */
  private void forget(String id) {
    jdbc.sql("update deliveries set state = 'UNREADABLE' where key = ?").param(run + id).update();
  }

  private String state(String id) {
    return delivery(id, "state", String.class);
  }

  private int attempts(String id) {
    return delivery(id, "attempts", Integer.class);
  }

  private boolean failed(String id) {
    return delivery(id, "failure is not null", Boolean.class);
  }

  private boolean failedSince(String id, Instant time) {
    var at = delivery(id, "coalesce(failed_at, 'epoch')", Timestamp.class);
    return !at.toInstant().isBefore(time);
  }

  private <T> T delivery(String id, String column, Class<T> type) {
    return jdbc.sql("select " + column + " from deliveries where key = ?")
        .param(run + id)
        .query(type)
        .single();
  }

  /** Loses the database twice while it sorts, before it says how that ended. */
  private final class AwayAtFirst extends SortBatch {

    private final AtomicInteger tries = new AtomicInteger();

    AwayAtFirst() {
      super(sortNewcomers, sortDelivery, deliveries, lanes, clock);
    }

    @Override
    List<Opened> sort(Batch batch, ExecutorService hands, BooleanSupplier goesOn)
        throws InterruptedException {
      if (tries.incrementAndGet() <= 2) {
        throw new CannotCreateTransactionException("no connection");
      }
      return super.sort(batch, hands, goesOn);
    }
  }
}
