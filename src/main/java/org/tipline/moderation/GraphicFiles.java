package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Seats;

/** Marks files that nobody should meet by accident. */
@Service
@Transactional
public class GraphicFiles {

  private final ActOnTip acts;
  private final JdbcClient jdbc;
  private final Clock clock;

  GraphicFiles(ActOnTip acts, JdbcClient jdbc, Clock clock) {
    this.acts = acts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Covers a file of that tip for everyone. */
  public void mark(String reference, Seats me, UUID attachment) {
    var tip = acts.tip(me, reference);
    var marked =
        jdbc.sql(
                """
                insert into graphic_files (attachment_id, editor_id, marked_at)
                values (?, ?, ?) on conflict do nothing
                """)
            .param(attachment)
            .param(me.editor())
            .param(Timestamp.from(clock.instant()))
            .update();
    if (marked > 0) {
      acts.record(tip, me.editor(), "marked a file as graphic", null);
    }
  }

  public void unmark(String reference, Seats me, UUID attachment) {
    var tip = acts.tip(me, reference);
    var unmarked =
        jdbc.sql("delete from graphic_files where attachment_id = ?").param(attachment).update();
    if (unmarked > 0) {
      acts.record(tip, me.editor(), "found a file not graphic", null);
    }
  }
}
