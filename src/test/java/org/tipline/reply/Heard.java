package org.tipline.reply;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader was told, in order, by a message of theirs. */
record Heard(ReplyKind kind, String text, boolean aboutATip) {

  static List<Heard> by(JdbcClient jdbc, UUID message) {
    return jdbc.sql(
            """
            select r.kind, r.text, r.tip_id is not null about_a_tip
            from replies r join submissions s on s.id = r.submission_id
            where s.reader_id = (select reader_id from submissions where id = ?)
            order by r.created_at, r.id
            """)
        .param(message)
        .query(
            (rs, _) ->
                new Heard(
                    ReplyKind.valueOf(rs.getString("kind")),
                    rs.getString("text"),
                    rs.getBoolean("about_a_tip")))
        .list();
  }

  /** The reference of the tip a message is in, empty when it is in none. */
  static String reference(JdbcClient jdbc, UUID message) {
    return jdbc.sql(
            """
            select substr(t.reference, 1, 3) || '-' || substr(t.reference, 4)
            from tip_submissions ts join tips t on t.id = ts.tip_id where ts.submission_id = ?
            """)
        .param(message)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** What stands in the history of the tip a message is in. */
  static List<String> history(JdbcClient jdbc, UUID message) {
    return jdbc.sql(
            """
            select h.action from tip_submissions ts join tip_history h on h.tip_id = ts.tip_id
            where ts.submission_id = ? order by h.at, h.id
            """)
        .param(message)
        .query(String.class)
        .list();
  }
}
