package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tipline.channel.Medium;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.SendOutcome.Accepted;
import org.tipline.submission.Arrival;
import org.tipline.submission.Arrivals;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Talk;
import org.tipline.support.TalkingChannel;

@NewsroomTest
class ReplyReceiptsTests {

  private static final String ACCEPTED = "(our row learns the provider's id)";

  @Autowired private Replies replies;
  @Autowired private ReplyOutbox outbox;
  @Autowired private OptOuts optOuts;
  @Autowired private Arrivals arrivals;
  @Autowired private TalkingChannel channel;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @LocalServerPort private int port;

  private Talk reader;
  private UUID message;

  @BeforeEach
  void aReaderWrites() {
    reader = Talk.of(port, jdbc);
    message = reader.says("Mafuriko");
  }

  @ParameterizedTest
  @CsvSource({
    "queued sending sent delivered, DELIVERED,",
    "sent delivered read, READ,",
    "queued sent undelivered, FAILED, It was not delivered.",
    "sent failed undelivered, FAILED, It was not delivered.",
    "failed sent delivered, DELIVERED,",
    "queued sending mystery, SENT,"
  })
  void everyOrderOfReceiptsEndsTheSame(String statuses, ReplyState state, String failure) {
    var events = new ArrayList<>(List.of(statuses.split(" ")));
    events.add(ACCEPTED);
    for (var order : permutations(events)) {
      var reply = sending();
      order.forEach(event -> happens(reply, event));

      var row = SentReply.of(jdbc, reply);
      assertThat(row.state()).as("%s", order).isEqualTo(state);
      assertThat(row.failure()).as("%s", order).isEqualTo(failure);
    }
  }

  @Test
  void receiptsThatComeWhileTheProvidersIdIsBeingWrittenAreNotLost() throws Exception {
    for (var run = 0; run < 100; run++) {
      var reply = sending();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var events = new ArrayList<>(List.of("sent", "delivered", ACCEPTED));
        Collections.rotate(events, run);
        for (var answer :
            events.stream().map(event -> threads.submit(() -> happens(reply, event))).toList()) {
          answer.get();
        }
      }
      assertThat(SentReply.of(jdbc, reply).state()).isEqualTo(ReplyState.DELIVERED);
    }
  }

  @Test
  void receiptComesInByTheWebhookAndOnceIsEnough() {
    var words = "Asante " + UUID.randomUUID();
    channel.plan(words, reply -> new Accepted("TK" + reply.id()));
    var reply = replies.write(new NewReply(ReplyKind.ANSWER, message, null, null, words, null));
    await().until(() -> SentReply.of(jdbc, reply).state() == ReplyState.SENT);

    reader.receipt("TK" + reply, "delivered", "");
    reader.receipt("TK" + reply, "delivered", "");
    reader.receipt("TK" + UUID.randomUUID(), "delivered", "");

    assertThat(SentReply.of(jdbc, reply).state()).isEqualTo(ReplyState.DELIVERED);
    assertThat(
            jdbc.sql("select count(*) from reply_receipts where external_id = ?")
                .param("TK" + reply)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void readerWhomTheProviderMayNotWriteToIsOptedOut() {
    var reply = sending();
    happens(reply, ACCEPTED);

    reader.receipt("TK" + reply, "undelivered", "stop");

    assertThat(optOuts.isOptedOut(message)).isTrue();
  }

  private void happens(UUID reply, String event) {
    if (event.equals(ACCEPTED)) {
      outbox.markSent(outbox.find(reply).orElseThrow(), "TK" + reply);
    } else {
      transaction.executeWithoutResult(
          _ ->
              arrivals.addReceipts(
                  new Arrival(delivery(), TalkingChannel.NAME, Medium.SMS, Instant.now()),
                  List.of(new ReplyReceipt("TK" + reply, event, null))));
    }
  }

  private UUID delivery() {
    return jdbc.sql(
            """
            insert into deliveries (id, channel, key, received_at, sealed, state, next_attempt_at)
            values (gen_random_uuid(), 'talking', gen_random_uuid(), now(), '', 'READ', now())
            returning id
            """)
        .query(UUID.class)
        .single();
  }

  /** A reply in the middle of its first try. */
  private UUID sending() {
    return jdbc.sql(
            """
            insert into replies (id, kind, submission_id, channel, text, token, state, state_at,
              created_at, queued_at, attempts, first_tried_at)
            values (gen_random_uuid(), 'ANSWER', ?, 'talking', 'Asante', gen_random_uuid(),
              'SENDING', now(), now(), now(), 1, now())
            returning id
            """)
        .param(message)
        .query(UUID.class)
        .single();
  }

  private static List<List<String>> permutations(List<String> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<String>>();
    for (var first : new HashSet<>(events)) {
      var rest = new ArrayList<>(events);
      rest.remove(first);
      for (var order : permutations(rest)) {
        var whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        all.add(whole);
      }
    }
    return all;
  }
}
