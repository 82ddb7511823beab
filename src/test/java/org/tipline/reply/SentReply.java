package org.tipline.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reply's row, as a test reads it. */
record SentReply(
    ReplyState state,
    int attempts,
    int lookUps,
    @Nullable String externalId,
    @Nullable String failure,
    boolean firstTried) {

  static SentReply of(JdbcClient jdbc, UUID id) {
    return jdbc.sql("select * from replies where id = ?")
        .param(id)
        .query(
            (rs, _) ->
                new SentReply(
                    ReplyState.valueOf(rs.getString("state")),
                    rs.getInt("attempts"),
                    rs.getInt("look_ups"),
                    rs.getString("external_id"),
                    rs.getString("failure"),
                    rs.getTimestamp("first_tried_at") != null))
        .single();
  }
}
