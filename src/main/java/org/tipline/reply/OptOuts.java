package org.tipline.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who asked to hear nothing more. Kept at the address a message came from, and heeded for every
 * address by which that reader is known on the medium: a WhatsApp user may write with their number
 * today and without it tomorrow.
 */
@Repository
public class OptOuts {

  /** Of the reader of the submission {@code :submission}. */
  private static final String ADDRESSES =
      """
      select known.id from submissions s
      join reader_addresses sent on sent.id = s.address_id
      join reader_addresses known on known.reader_id = sent.reader_id and known.medium = sent.medium
      where s.id = :submission
      """;

  /** Whether that reader has opted out, as SQL. */
  static final String IS_OPTED_OUT =
      "exists (select 1 from opt_outs where undone_at is null and address_id in ("
          + ADDRESSES
          + "))";

  private final JdbcClient jdbc;
  private final Clock clock;

  OptOuts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By what we know of it. */
  public enum By {
    /** The reader told us: STOP. */
    READER,
    /** The provider refused to send, since the reader told it. */
    PROVIDER
  }

  /** From now on the reader of that submission gets nothing; once said, saying it again is fine. */
  @Transactional
  public void record(UUID submission, By by) {
    jdbc.sql(
            """
            insert into opt_outs (id, address_id, by, opted_out_at)
            select :id, address_id, :by, :now from submissions
            where id = :submission and address_id is not null
            on conflict (address_id) where undone_at is null do nothing
            """)
        .param("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param("by", by.name())
        .param("now", now())
        .param("submission", submission)
        .update();
  }

  /** The reader of that submission wants to hear from us again; true when they had opted out. */
  @Transactional
  public boolean undo(UUID submission) {
    return jdbc.sql(
                "update opt_outs set undone_at = :now where undone_at is null and address_id in ("
                    + ADDRESSES
                    + ")")
            .param("now", now())
            .param("submission", submission)
            .update()
        > 0;
  }

  /** Whether the reader of that submission has opted out; no when they left no address. */
  public boolean isOptedOut(UUID submission) {
    return jdbc.sql("select " + IS_OPTED_OUT)
        .param("submission", submission)
        .query(Boolean.class)
        .single();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
