package org.tipline.reply;

import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyProgress.Step;
import org.tipline.moderation.TipChanged;
import org.tipline.submission.ReceiptReceived;
import org.tipline.submission.Receipts;

/**
 * What providers' receipts make of a reply: always the furthest of all there are, so that their
 * order means nothing.
 */
@Component
class ReplyReceipts {

  /** By step; among failures the one that says most, whichever came first. */
  private static final Comparator<Word> FURTHEST =
      Comparator.comparing((Word word) -> word.progress().step())
          .thenComparing(
              word -> word.received().receipt().errorCode(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(word -> word.received().receipt().status())
          .thenComparing(word -> word.received().at(), Comparator.reverseOrder());

  private final JdbcClient jdbc;
  private final Receipts receipts;
  private final Channels channels;
  private final OptOuts optOuts;
  private final ApplicationEventPublisher events;

  ReplyReceipts(
      JdbcClient jdbc,
      Receipts receipts,
      Channels channels,
      OptOuts optOuts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.receipts = receipts;
    this.channels = channels;
    this.optOuts = optOuts;
    this.events = events;
  }

  @EventListener
  void on(ReceiptReceived received) {
    lock(received.channel(), received.externalId());
    merge(received.channel(), received.externalId());
  }

  /**
   * A receipt may come before the reply's own row knows its provider's id. Both sides hold this
   * until they are committed, so that whoever is second sees what the first one wrote.
   */
  void lock(ChannelName channel, String externalId) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(channel + "/" + externalId)
        .query()
        .singleRow();
  }

  /** Does nothing while no reply has that id, or the provider said nothing of it. */
  void merge(ChannelName channel, String externalId) {
    channels
        .find(channel, ReplyChannel.class)
        .flatMap(understood -> furthest(understood, receipts.of(channel, externalId)))
        .ifPresent(word -> move(channel, externalId, word));
  }

  private static Optional<Word> furthest(ReplyChannel channel, List<Receipts.Received> all) {
    return all.stream()
        .map(received -> new Word(received, channel.progress(received.receipt())))
        .filter(word -> word.progress().step() != Step.UNKNOWN)
        .max(FURTHEST);
  }

  private void move(ChannelName channel, String externalId, Word word) {
    jdbc.sql(
            """
            update replies set state = :state, state_at = :at, failure = :failure
            where channel = :channel and external_id = :external
              and (state, failure) is distinct from (:state, :failure::text)
            returning tip_id, submission_id
            """)
        .param("state", state(word.progress().step()).name())
        .param("at", Timestamp.from(word.received().at()))
        .param("failure", word.progress().failure())
        .param("channel", channel.value())
        .param("external", externalId)
        .query(
            (rs, _) ->
                new Moved(
                    rs.getObject("tip_id", UUID.class), rs.getObject("submission_id", UUID.class)))
        .optional()
        .ifPresent(moved -> tell(moved, word.progress()));
  }

  private static ReplyState state(Step step) {
    return switch (step) {
      case UNKNOWN, ACCEPTED, QUEUED, SENDING, SENT -> ReplyState.SENT;
      case FAILED -> ReplyState.FAILED;
      case DELIVERED -> ReplyState.DELIVERED;
      case READ -> ReplyState.READ;
    };
  }

  private void tell(Moved moved, ReplyProgress progress) {
    if (progress.optedOut()) {
      optOuts.record(moved.submission(), OptOuts.By.PROVIDER);
    }
    if (moved.tip() != null) {
      events.publishEvent(new TipChanged(moved.tip()));
    }
  }

  private record Word(Receipts.Received received, ReplyProgress progress) {}

  private record Moved(@Nullable UUID tip, UUID submission) {}
}
