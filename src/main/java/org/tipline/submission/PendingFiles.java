package org.tipline.submission;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.MediaReference;
import org.tipline.media.StoredFile;

/** The files that are still at their provider, and what became of them. */
@Component
class PendingFiles {

  private final JdbcClient jdbc;

  PendingFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is still to be fetched; empty once it is stored or lost. */
  Optional<PendingFile> find(UUID id) {
    return jdbc.sql(
            """
            select a.channel, a.message_id, a.locator, s.received_at
            from attachments a join submissions s on s.id = a.submission_id
            where a.id = ? and a.state = 'PENDING' and a.locator is not null
            """)
        .param(id)
        .query(
            (rs, _) ->
                new PendingFile(
                    new MediaReference(
                        new ChannelName(rs.getString("channel")),
                        rs.getString("message_id"),
                        rs.getString("locator")),
                    rs.getTimestamp("received_at").toInstant()))
        .optional();
  }

  void markStored(UUID id, StoredFile file) {
    jdbc.sql(
            """
            update attachments set state = 'STORED', type = ?, bytes = ?, sha256 = ?, failure = null
            where id = ? and state = 'PENDING'
            """)
        .param(file.type())
        .param(file.bytes())
        .param(file.sha256())
        .param(id)
        .update();
  }

  void markFailed(UUID id, Attachment.State state, String failure) {
    jdbc.sql("update attachments set state = ?, failure = ? where id = ? and state = 'PENDING'")
        .param(state.name())
        .param(failure)
        .param(id)
        .update();
  }

  record PendingFile(MediaReference reference, Instant since) {}
}
