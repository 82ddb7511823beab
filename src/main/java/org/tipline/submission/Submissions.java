package org.tipline.submission;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;

/** What readers sent. */
@Repository
public class Submissions {

  private final JdbcClient jdbc;
  private final SubmissionColumn column;

  Submissions(JdbcClient jdbc, SubmissionColumn column) {
    this.jdbc = jdbc;
    this.column = column;
  }

  public Optional<Submission> find(UUID id) {
    return findAll(List.of(id)).stream().findFirst();
  }

  /** In the providers' order of time. */
  public List<Submission> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.sql("select " + SubmissionColumn.of("select unnest(:ids::uuid[])"))
        .param("ids", ids.toArray(UUID[]::new))
        .query((rs, _) -> column.read(rs.getString(1)))
        .single();
  }

  public Optional<Attachment> findAttachment(UUID id) {
    return jdbc.sql("select * from attachments where id = ?")
        .param(id)
        .query((rs, _) -> attachment(rs))
        .optional();
  }

  /**
   * The same reader's latest other submission in the very same words, not older than {@code
   * within}, by submission; those that have no words or no reader have none.
   */
  public Map<UUID, UUID> findSameWords(List<Submission> submissions, Duration within) {
    var same = new HashMap<UUID, UUID>();
    var said = submissions.stream().filter(it -> it.readerId() != null && !it.text().isBlank());
    var asked = said.toList();
    if (!asked.isEmpty()) {
      jdbc.sql(
              """
              select news.id, earlier.id
              from unnest(:ids::uuid[], :readers::uuid[], :since::timestamptz[], :texts::text[])
                as news (id, reader, since, said)
              cross join lateral (
                select s.id from submissions s
                where s.reader_id = news.reader and s.id <> news.id and s.received_at >= news.since
                  and lower(btrim(s.text)) = lower(btrim(news.said))
                order by s.received_at desc limit 1) earlier
              """)
          .param("ids", asked.stream().map(Submission::id).toArray(UUID[]::new))
          .param("readers", asked.stream().map(Submission::readerId).toArray(UUID[]::new))
          .param("since", times(asked, within))
          .param("texts", asked.stream().map(Submission::text).toArray(String[]::new))
          .query(
              rs -> {
                same.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
              });
    }
    return same;
  }

  private static String[] times(List<Submission> submissions, Duration before) {
    return submissions.stream()
        .map(it -> it.receivedAt().minus(before).toString())
        .toArray(String[]::new);
  }

  /** A reader's own message by the provider's id: the one they answer to. */
  public Optional<UUID> findByExternalId(ChannelName channel, String externalId, UUID reader) {
    return jdbc.sql(
            "select id from submissions where channel = ? and external_id = ? and reader_id = ?")
        .param(channel.value())
        .param(externalId)
        .param(reader)
        .query(UUID.class)
        .optional();
  }

  /** Anybody's message by the provider's id. */
  public Optional<UUID> findByExternalId(ChannelName channel, String externalId) {
    return jdbc.sql("select id from submissions where channel = ? and external_id = ?")
        .param(channel.value())
        .param(externalId)
        .query(UUID.class)
        .optional();
  }

  /** How it stands with a message's files, in no order; empty when it has none. */
  public List<Attachment.State> fileStates(ChannelName channel, String externalId) {
    return jdbc.sql(
            """
            select a.state from attachments a join submissions s on s.id = a.submission_id
            where s.channel = ? and s.external_id = ?
            """)
        .param(channel.value())
        .param(externalId)
        .query((rs, _) -> Attachment.State.valueOf(rs.getString("state")))
        .list();
  }

  /** What a delivery became, in no order; empty until it has been sorted. */
  public List<UUID> ofDelivery(ChannelName channel, String key) {
    return jdbc.sql(
            """
            select s.id from deliveries d join submissions s on s.delivery_id = d.id
            where d.channel = ? and d.key = ?
            """)
        .param(channel.value())
        .param(key)
        .query(UUID.class)
        .list();
  }

  public Map<UUID, Reader> readers(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, label from readers where id in (:ids)")
        .param("ids", ids)
        .query(Reader.class)
        .list()
        .stream()
        .collect(toMap(Reader::id, Function.identity()));
  }

  private static Attachment attachment(ResultSet rs) throws SQLException {
    var type = rs.getString("type");
    return new Attachment(
        rs.getObject("id", UUID.class),
        rs.getObject("submission_id", UUID.class),
        rs.getString("name"),
        type == null ? rs.getString("declared_type") : type,
        rs.getObject("bytes", Long.class),
        rs.getString("sha256"),
        Attachment.State.valueOf(rs.getString("state")),
        rs.getString("failure"));
  }
}
