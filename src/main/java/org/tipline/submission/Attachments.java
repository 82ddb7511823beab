package org.tipline.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.IncomingFile;
import org.tipline.media.MediaStore;
import org.tipline.media.StoredFile;

/** The files of submissions: kept at once where we have their bytes, fetched later where not. */
@Component
class Attachments {

  private final JdbcClient jdbc;
  private final MediaStore media;
  private final MediaLane lane;

  Attachments(JdbcClient jdbc, MediaStore media, MediaLane lane) {
    this.jdbc = jdbc;
    this.media = media;
    this.lane = lane;
  }

  void add(UUID submission, Arrival arrival, List<IncomingFile> files) {
    for (var position = 0; position < files.size(); position++) {
      var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
      var file = files.get(position);
      insert(id, submission, position, arrival.channel(), file, keep(file));
      if (file instanceof IncomingFile.AtProvider) {
        lane.plan(id);
      }
    }
  }

  private @Nullable StoredFile keep(IncomingFile file) {
    return switch (file) {
      case IncomingFile.AtProvider _ -> null;
      case IncomingFile.Enclosed enclosed -> store(enclosed.bytes());
      case IncomingFile.Kept kept ->
          media
              .describe(kept.sha256())
              .orElseThrow(() -> new IllegalStateException("an upload is not in the media store"));
    };
  }

  /**
   * Storing by content is repeatable: if the transaction fails, the next attempt finds the file.
   */
  private StoredFile store(byte[] bytes) {
    try {
      return media.store(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void insert(
      UUID id,
      UUID submission,
      int position,
      ChannelName channel,
      IncomingFile file,
      @Nullable StoredFile stored) {
    var reference = file instanceof IncomingFile.AtProvider at ? at.reference() : null;
    jdbc.sql(
            """
            insert into attachments (id, submission_id, position, channel, message_id, locator,
              name, declared_type, type, bytes, sha256, state)
            values (:id, :submission, :position, :channel, :message, :locator,
              :name, :declared, :type, :bytes, :sha256, :state)
            """)
        .param("id", id)
        .param("submission", submission)
        .param("position", position)
        .param("channel", channel.value())
        .param("message", reference == null ? null : reference.messageId())
        .param("locator", reference == null ? null : reference.locator())
        .param("name", StorableText.ofNullable(file.name()))
        .param("declared", StorableText.ofNullable(file.declaredType()))
        .param("type", stored == null ? null : stored.type())
        .param("bytes", stored == null ? null : stored.bytes())
        .param("sha256", stored == null ? null : stored.sha256())
        .param("state", stored == null ? "PENDING" : "STORED")
        .update();
  }
}
