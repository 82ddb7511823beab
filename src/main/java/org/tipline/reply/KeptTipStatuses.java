package org.tipline.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.channel.ChannelName;
import org.tipline.channel.TipStatus;
import org.tipline.channel.TipStatus.Written;
import org.tipline.channel.TipStatuses;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipChanged;
import org.tipline.moderation.TipStanding;

/** A tip as its reader may see it, and the replies that wait for them. */
@Repository
class KeptTipStatuses implements TipStatuses {

  /** Their first message, and what they added by showing its code; a merged tip has others' too. */
  private static final String THEIRS =
      """
      r.channel = :channel and r.kind in ('ANSWER', 'PUBLISHED') and r.submission_id in (
        select id from submissions
        where channel = :channel and (external_id = :key or replied_to = :key))
      """;

  private final JdbcClient jdbc;
  private final ReaderTips tips;
  private final ReplyTexts texts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  KeptTipStatuses(
      JdbcClient jdbc,
      ReaderTips tips,
      ReplyTexts texts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.tips = tips;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<TipStatus> open(ChannelName channel, String deliveryKey, String language) {
    return tip(channel, deliveryKey)
        .flatMap(tips::find)
        .map(tip -> status(tip, channel, deliveryKey, language));
  }

  private Optional<UUID> tip(ChannelName channel, String key) {
    return jdbc.sql(
            """
            select ts.tip_id from submissions s join tip_submissions ts on ts.submission_id = s.id
            where s.channel = ? and s.external_id = ?
            """)
        .param(channel.value())
        .param(key)
        .query(UUID.class)
        .optional();
  }

  private TipStatus status(TipStanding tip, ChannelName channel, String key, String language) {
    markRead(channel, key);
    return new TipStatus(
        tip.reference(), texts.status(tip, language), tip.publishedLink(), replies(channel, key));
  }

  private void markRead(ChannelName channel, String key) {
    jdbc
        .sql(
            "update replies r set state = 'READ', state_at = :now where r.state in ('SENT',"
                + " 'DELIVERED') and "
                + THEIRS
                + " returning r.tip_id")
        .param("now", Timestamp.from(clock.instant()))
        .param("channel", channel.value())
        .param("key", key)
        .query(UUID.class)
        .list()
        .stream()
        .distinct()
        .forEach(tip -> events.publishEvent(new TipChanged(tip)));
  }

  private List<Written> replies(ChannelName channel, String key) {
    return jdbc.sql(
            "select r.created_at, r.text from replies r where r.state = 'READ' and "
                + THEIRS
                + " order by r.created_at, r.id")
        .param("channel", channel.value())
        .param("key", key)
        .query((rs, _) -> new Written(rs.getTimestamp(1).toInstant(), rs.getString(2)))
        .list();
  }
}
