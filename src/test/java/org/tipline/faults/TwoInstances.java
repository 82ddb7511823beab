package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tipline.support.PackagedTipline;

/** What two instances on one database are put through together. */
final class TwoInstances {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int THREADS = 16;
  private static final int TRIES = 10;

  private final Newsroom newsroom;
  private final List<PackagedTipline> instances;
  private final Table table;

  TwoInstances(Newsroom newsroom, PackagedTipline second, Table table) {
    this.newsroom = newsroom;
    this.instances = List.of(newsroom.gateway(), second);
    this.table = table;
  }

  /** Every message several times, in any order, while one instance stands still for a while. */
  void copies(int messages, int copies, Duration frozen) throws Exception {
    var ledger = new Ledger();
    var calls = new ArrayList<Callable<Boolean>>();
    for (var n = 0; n < messages; n++) {
      var message = Faults.message();
      ledger.sent(message);
      calls.addAll(Collections.nCopies(copies, () -> deliver(ledger, message)));
    }
    Collections.shuffle(calls);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var answers = calls.stream().map(threads::submit).toList();
      standStill(frozen);
      for (var answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    }
    newsroom.awaitSorted(instances, PATIENCE);
    var figures = ledger.compare(newsroom.postgres().client());
    table.add(
        messages
            + " messages × "
            + copies
            + ", two instances, one frozen "
            + frozen.toSeconds()
            + " s",
        figures,
        "");
    assertThat(figures.received()).isEqualTo(messages);
    Faults.assertNothingLostNorDoubled(figures);
  }

  private boolean deliver(Ledger ledger, Client.Message message) throws InterruptedException {
    for (var attempt = 0; attempt < TRIES; attempt++) {
      try {
        var code = Client.SMS.send(instances.get(Faults.random(2)), message);
        ledger.answered(Client.SMS, message, code, 0);
        if (Client.isReceived(code)) {
          return true;
        }
      } catch (IOException unanswered) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    return false;
  }

  private void standStill(Duration frozen) throws IOException, InterruptedException {
    var one = instances.getLast().pid();
    TimeUnit.MILLISECONDS.sleep(300);
    Signal.STOP.to(one);
    TimeUnit.MILLISECONDS.sleep(frozen.toMillis());
    Signal.CONT.to(one);
  }

  /**
   * One of the two is killed at any moment, in turn, while readers go on at the other or at both.
   */
  void killedInTurn(int kills, int perSecond) throws Exception {
    var ledger = new Ledger();
    try (var first = new Load(instances.getFirst(), ledger, 4, perSecond / 2);
        var second = new Load(instances.getLast(), ledger, 4, perSecond / 2)) {
      for (var kill = 0; kill < kills; kill++) {
        Newsroom.awaitReceived(ledger, 50);
        TimeUnit.MILLISECONDS.sleep(Faults.random(1_000));
        instances.get(kill % 2).killAndRestart();
      }
      assertThat(List.of(first, second)).doesNotContainNull();
    }
    newsroom.awaitSorted(instances, PATIENCE);
    var figures = ledger.compare(newsroom.postgres().client());
    table.add("one of two instances killed × " + kills, figures, "");
    Faults.assertNothingLostNorDoubled(figures);
  }

  /** Five messages of one sender at the same moment, on both instances: one tip of five. */
  void albums(int rounds) throws Exception {
    for (var round = 0; round < rounds; round++) {
      sendTogether("+25479" + String.format("%07d", round));
    }
    newsroom.awaitSorted(instances, PATIENCE);
    var whole =
        newsroom
            .postgres()
            .client()
            .sql(
                """
                select count(*) from (
                  select ts.tip_id from submissions s join tip_submissions ts on ts.submission_id = s.id
                  where s.text like 'album-%' group by ts.tip_id
                  having count(*) = 5 and count(distinct s.reader_id) = 1) tips
                """)
            .query(Integer.class)
            .single();
    table.add("5 messages at once on two instances × " + rounds, whole + " tips of five");
    assertThat(whole).isEqualTo(rounds);
  }

  private void sendTogether(String sender) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      for (var n = 0; n < 5; n++) {
        var to = instances.get(n % 2);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return Client.sms(to, sender, "album-" + UUID.randomUUID());
                }));
      }
      start.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("200");
      }
    }
  }
}
