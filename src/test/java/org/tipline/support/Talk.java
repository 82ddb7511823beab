package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.Mark;

/** A reader on the {@link TalkingChannel}, over HTTP. */
public record Talk(int port, JdbcClient jdbc, String reader) {

  public static Talk of(int port, JdbcClient jdbc) {
    return new Talk(port, jdbc, "+254199" + UUID.randomUUID());
  }

  /** Sends a message and waits until it is a submission; its id. */
  public UUID says(String text) {
    return sends(text);
  }

  /** The same with a mark of the channel's on it. */
  public UUID says(String text, Mark mark) {
    return sends(text + "|" + mark);
  }

  private UUID sends(String text) {
    var id = UUID.randomUUID().toString();
    deliver(id, reader + "|" + id + "|" + text);
    return await().until(() -> submission(id), Optional::isPresent).orElseThrow();
  }

  private Optional<UUID> submission(String externalId) {
    return jdbc.sql("select id from submissions where external_id = ?")
        .param(externalId)
        .query(UUID.class)
        .optional();
  }

  /** The provider's word on a reply. */
  public void receipt(String externalId, String status, String code) {
    var key = externalId + ":" + status;
    deliver(key, "receipt|" + externalId + "|" + status + "|" + code);
    await().until(() -> isRead(key));
  }

  private boolean isRead(String key) {
    return jdbc.sql("select state = 'READ' from deliveries where channel = ? and key = ?")
        .param(TalkingChannel.NAME.value())
        .param(key)
        .query(Boolean.class)
        .single();
  }

  private void deliver(String key, String line) {
    var hook = "/hooks/" + TalkingChannel.NAME;
    var body = (key + "\n" + line).getBytes(UTF_8);
    assertThat(new Http(port).post(hook, "text/plain", body, "X-Rehearsal", "yes").statusCode())
        .isEqualTo(200);
  }
}
