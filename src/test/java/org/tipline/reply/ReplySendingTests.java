package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tipline.account.Desks;
import org.tipline.account.Newsroom;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.channel.Address;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SendOutcome.Accepted;
import org.tipline.channel.SendOutcome.Refused;
import org.tipline.channel.SendOutcome.TryLater;
import org.tipline.channel.SendOutcome.Uncertain;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;
import org.tipline.support.TalkingChannel;

@NewsroomTest
class ReplySendingTests {

  private final String words = "Asante " + UUID.randomUUID();

  @Autowired private Replies replies;
  @Autowired private ReplySender sender;
  @Autowired private OptOuts optOuts;
  @Autowired private TalkingChannel channel;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private TransactionTemplate transaction;

  @LocalServerPort private int port;

  private Talk reader;
  private UUID message;

  @BeforeEach
  void aReaderWrites() {
    reader = Talk.of(port, jdbc);
    message = reader.says("Mafuriko");
  }

  @Test
  void replyGoesToTheAddressItsMessageCameFrom() {
    var reply = write();

    assertThat(becomes(reply, ReplyState.SENT).failure()).isNull();
    assertThat(channel.triesOf(words))
        .extracting(OutgoingReply::to)
        .containsExactly(new Address(Address.Kind.PHONE, reader.reader()));
  }

  @Test
  void replyOfARolledBackTransactionIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          write();
          status.setRollbackOnly();
        });
    var later = write(ReplyKind.ANSWER, words + " later");

    becomes(later, ReplyState.SENT);
    assertThat(channel.triesOf(words)).isEmpty();
  }

  @Test
  void tryIsWrittenDownBeforeItIsMade() {
    var seen = new ArrayList<SentReply>();
    channel.plan(
        words,
        reply -> {
          seen.add(SentReply.of(jdbc, reply.id()));
          return new Accepted(channel.take(reply));
        });

    becomes(write(), ReplyState.SENT);
    assertThat(seen).containsExactly(new SentReply(ReplyState.SENDING, 1, 0, null, null, true));
  }

  @Test
  void retryWaitsAsLongAsTheProviderAsks() {
    channel.plan(words, _ -> new TryLater("Slow down.", Duration.ofHours(1)));
    var reply = write();

    assertThat(becomes(reply, row -> row.failure() != null).state()).isEqualTo(ReplyState.QUEUED);
    assertThat(SentReply.of(jdbc, reply).failure()).isEqualTo("Slow down.");
    assertThat(nextStepOf(reply)).isAfter(clock.instant().plus(Duration.ofMinutes(59)));
    clock.pass(Duration.ofMinutes(80));
    assertThat(becomes(reply, ReplyState.SENT).attempts()).isEqualTo(2);
    assertThat(SentReply.of(jdbc, reply).failure()).isNull();
  }

  @Test
  void whatCannotBeSentForADayFailsWithItsReason() {
    channel.plan(words, _ -> new TryLater("The line is down.", null));
    var reply = write();
    becomes(reply, row -> row.failure() != null);
    clock.pass(Duration.ofHours(25));

    assertThat(becomes(reply, ReplyState.FAILED).failure())
        .isEqualTo("It could not be sent within a day. The line is down.");
    assertThat(channel.triesOf(words)).hasSize(1);
    replies.sendAgain(tip(), reply, editor());
    becomes(reply, ReplyState.SENT);
  }

  @Test
  void refusedReplyFailsAtOnceAndForGood() {
    channel.plan(words, _ -> new Refused("No such number.", false));
    var reply = write();

    assertThat(becomes(reply, ReplyState.FAILED).failure()).isEqualTo("No such number.");
    assertThat(optOuts.isOptedOut(message)).isFalse();
    awaitDone(reply);
  }

  @Test
  void readerWhoToldTheProviderIsOptedOut() {
    channel.plan(words, _ -> new Refused("The reader said STOP.", true));

    becomes(write(), ReplyState.FAILED);
    assertThat(optOuts.isOptedOut(message)).isTrue();
    assertThatThrownBy(this::write).isInstanceOf(CannotReply.class).hasMessageContaining("START");
  }

  @Test
  void readerWhoOptsOutMeanwhileIsLeftAloneButForWhatTheyAskedFor() {
    channel.plan(words, _ -> new TryLater("Busy.", null));
    var reply = write();
    becomes(reply, row -> row.failure() != null);
    optOuts.record(message, OptOuts.By.READER);
    clock.pass(Duration.ofMinutes(1));

    assertThat(becomes(reply, ReplyState.FAILED).failure())
        .isEqualTo("The reader has asked to hear nothing more.");
    becomes(write(ReplyKind.OPT_OUT, words + " bye"), ReplyState.SENT);
    becomes(write(ReplyKind.HELP, words + " help"), ReplyState.SENT);
  }

  @Test
  void uncertainReplyIsFoundAndNotSentTwice() {
    channel.plan(
        words,
        reply -> {
          channel.take(reply);
          return new Uncertain("No answer came.");
        });
    var reply = write();

    assertThat(becomes(reply, ReplyState.UNCERTAIN).failure()).isEqualTo("No answer came.");
    assertThat(nextStepOf(reply)).isAfter(clock.instant().plus(Duration.ofSeconds(10)));
    clock.pass(Duration.ofSeconds(30));
    assertThat(becomes(reply, ReplyState.SENT).externalId()).startsWith("TK");
    assertThat(channel.takenOf(words)).isEqualTo(1);
    assertThat(channel.triesOf(words)).hasSize(1);
    awaitDone(reply);
  }

  @Test
  void uncertainReplyIsSentAgainOnlyAfterSeveralLookUpsOverMinutes() {
    channel.plan(words, _ -> new Uncertain("No answer came."));
    var reply = write();
    becomes(reply, ReplyState.UNCERTAIN);
    var began = clock.instant();
    for (var lookUp = 1; lookUp < ReplyTimes.ENOUGH_LOOK_UPS; lookUp++) {
      passToNextStepOf(reply);
      var expected = lookUp;
      becomes(reply, row -> row.lookUps() == expected);
      assertThat(channel.triesOf(words)).hasSize(1);
    }
    passToNextStepOf(reply);

    assertThat(clock.instant()).isAfter(began.plus(Duration.ofMinutes(7)));
    assertThat(becomes(reply, ReplyState.SENT).attempts()).isEqualTo(2);
    assertThat(channel.takenOf(words)).isEqualTo(1);
  }

  @Test
  void replyWhoseTryWasCutOffIsLookedUpBeforeAnythingElse() {
    channel.plan(
        words,
        reply -> {
          channel.take(reply);
          throw new Killed();
        });
    var reply = write();

    becomes(reply, row -> row.state() == ReplyState.SENDING);
    passToNextStepOf(reply);
    assertThat(becomes(reply, ReplyState.UNCERTAIN).failure())
        .isEqualTo("Tipline was stopped while it was being sent.");
    passToNextStepOf(reply);
    becomes(reply, ReplyState.SENT);
    assertThat(channel.takenOf(words)).isEqualTo(1);
  }

  @Test
  void faultOfAChannelIsUncertainToo() {
    channel.plan(
        words,
        _ -> {
          throw new IllegalStateException("a bug");
        });
    var reply = write();

    becomes(reply, ReplyState.UNCERTAIN);
    replies.markNotArrived(tip(), reply, editor());
    assertThat(SentReply.of(jdbc, reply).failure())
        .isEqualTo("Achieng says that it did not arrive.");
    assertThatThrownBy(() -> replies.markNotArrived(tip(), reply, editor()))
        .isInstanceOf(CannotReply.class);
  }

  @Test
  void editorMaySendAnUncertainReplyAgainButNoOtherOne() {
    channel.plan(words, _ -> new Uncertain("No answer came."));
    var reply = write();
    becomes(reply, ReplyState.UNCERTAIN);

    replies.sendAgain(tip(), reply, editor());

    becomes(reply, ReplyState.SENT);
    assertThatThrownBy(() -> replies.sendAgain(tip(), reply, editor()))
        .isInstanceOf(CannotReply.class)
        .hasMessageContaining("write another one");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lookUpUnderWayDoesNotUndoSendingAgain(boolean canTell) {
    channel.plan(words, _ -> new Uncertain("No answer came."));
    channel.planLookUp(
        words,
        looked -> {
          replies.sendAgain(tip(), looked.id(), editor());
          return canTell
              ? new TryLater("It is not there.", null)
              : new Uncertain("Nobody can tell.");
        });
    var reply = write();
    becomes(reply, ReplyState.UNCERTAIN);
    passToNextStepOf(reply);

    assertThat(becomes(reply, ReplyState.SENT).attempts()).isEqualTo(2);
    assertThat(channel.triesOf(words)).hasSize(2);
  }

  @Test
  void sameWordsTwiceAreTwoReplies() {
    channel.plan(
        words, reply -> new Accepted(channel.take(reply)), _ -> new Uncertain("No answer came."));
    becomes(write(), ReplyState.SENT);
    var second = write();
    becomes(second, ReplyState.UNCERTAIN);

    for (var lookUp = 0; lookUp < ReplyTimes.ENOUGH_LOOK_UPS; lookUp++) {
      var before = lookUp;
      becomes(second, row -> row.lookUps() == before);
      passToNextStepOf(second);
    }
    becomes(second, ReplyState.SENT);
    assertThat(channel.takenOf(words)).isEqualTo(2);
  }

  @Test
  void replyWaitsWhileItsChannelIsOff() {
    channel.plan(words, _ -> new TryLater("Busy.", null));
    var reply = write();
    becomes(reply, row -> "Busy.".equals(row.failure()));
    jdbc.sql("update replies set channel = 'gone' where id = ?").param(reply).update();
    clock.pass(Duration.ofSeconds(10));

    assertThat(becomes(reply, row -> !"Busy.".equals(row.failure())).failure())
        .isEqualTo("The channel gone is off; it is sent once it is on again.");
    jdbc.sql("update replies set channel = 'talking' where id = ?").param(reply).update();
    clock.pass(Duration.ofMinutes(2));
    becomes(reply, ReplyState.SENT);
  }

  @Test
  void lateOutcomeOfATryThatWasTakenForDeadIsTheTruth() {
    var outcome = new CompletableFuture<SendOutcome>();
    channel.plan(words, _ -> outcome.join());
    var reply = write();
    becomes(reply, row -> row.state() == ReplyState.SENDING);

    assertThat(sender.step(reply)).isPresent();
    assertThat(SentReply.of(jdbc, reply).state()).isEqualTo(ReplyState.UNCERTAIN);
    outcome.complete(new Accepted("TK" + reply));

    assertThat(becomes(reply, ReplyState.SENT).externalId()).isEqualTo("TK" + reply);
    assertThat(channel.triesOf(words)).hasSize(1);
  }

  private UUID write() {
    return write(ReplyKind.ANSWER, words);
  }

  private UUID write(ReplyKind kind, String text) {
    return replies.write(new NewReply(kind, message, tip().id(), null, text, null));
  }

  private SentReply becomes(UUID reply, ReplyState state) {
    return becomes(reply, row -> row.state() == state);
  }

  private SentReply becomes(UUID reply, Predicate<SentReply> condition) {
    return await().atMost(Duration.ofSeconds(30)).until(() -> SentReply.of(jdbc, reply), condition);
  }

  private void awaitDone(UUID reply) {
    await().until(() -> steps(reply).isEmpty());
  }

  private void passToNextStepOf(UUID reply) {
    clock.pass(Duration.between(clock.instant(), nextStepOf(reply)));
  }

  /** Once the step before it is over: one under way counts from when it ends. */
  private Instant nextStepOf(UUID reply) {
    return await()
        .until(() -> steps(reply), steps -> steps.size() == 1 && isIdle(reply))
        .getFirst();
  }

  private boolean isIdle(UUID reply) {
    return jdbc.sql("select not picked from scheduled_replies where task_instance = ?")
        .param(reply.toString())
        .query(Boolean.class)
        .single();
  }

  private List<Instant> steps(UUID reply) {
    return jdbc
        .sql("select execution_time from scheduled_replies where task_instance = ?")
        .param(reply.toString())
        .query(Timestamp.class)
        .list()
        .stream()
        .map(Timestamp::toInstant)
        .toList();
  }

  private TipRow tip() {
    return queue.tipOfSubmission(Sight.EVERYWHERE, message).orElseThrow();
  }

  private Seats editor() {
    var editor =
        jdbc.sql(
                """
                insert into editors (id, name, email, roles, enabled, created_at)
                values (gen_random_uuid(), 'Achieng', gen_random_uuid(), '{EDITOR}', true, now())
                returning id
                """)
            .query(UUID.class)
            .single();
    return Newsroom.seats(editor, desks);
  }

  /** No channel throws this: the process is gone. */
  private static final class Killed extends Error {}
}
