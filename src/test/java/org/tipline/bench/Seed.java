package org.tipline.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a newsroom with SQL: as many rows take hours by the door. Needs PostgreSQL 18. */
final class Seed {

  /** Rows of one statement, so that no transaction grows without end. */
  private static final int PIECE = 100_000;

  /** What a tip of each kind is told from; {@code daraja} is in 2 %, {@code kisima} in 0.1 %. */
  private static final String TEXT =
      """
      concat_ws(' ',
        case when n % 8 <> 0 then 'maji' end, case when n % 50 = 3 then 'daraja' end,
        case when n % 33 = 3 then 'soko' end, case when n % 1000 = 7 then 'kisima' end,
        (select string_agg('w' || translate(((n * k * 7919) % 5003)::text, '0123456789', 'abcdefghij'), ' ')
         from generate_series(1, 20) k))
      """;

  /** A number as a tip's reference, with its check symbol. */
  private static final String REFERENCE =
      """
      upper(lpad(to_hex(n), 6, '0')) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (-(
        (n >> 20 & 15) + (n >> 12 & 15) + (n >> 4 & 15) + 2 * ((n >> 16 & 15) + (n >> 8 & 15) + (n & 15))) & 31)::integer, 1)
      """;

  private final JdbcClient sql;

  Seed(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * So many at the first desk, {@code editor1@desk.example} …, with the administrator's password.
   */
  void editors(int count) {
    sql.sql(
            """
            with made as (
              insert into editors (id, email, name, password_hash, roles, created_at)
              select gen_random_uuid(), 'editor' || n || '@desk.example', 'Editor ' || n, first.password_hash, '{EDITOR}', now()
              from editors first, generate_series(1, ?) n returning id)
            insert into desk_members (desk_id, editor_id)
            select desks.id, made.id from made, desks where desks.slug = 'news'
            """)
        .param(count)
        .update();
  }

  /** Decided tips over the last two years, with all that hangs on a tip. */
  void archive(int count) {
    months();
    add(count, "interval '730 days'", "false");
  }

  /** Tips that wait, of the last ten days. */
  void waiting(int count) {
    months();
    add(count, "interval '10 days'", "true");
  }

  /** Puts everything into the state in which a newsroom finds it in the morning. */
  void settle() {
    sql.sql("vacuum analyze").update();
    sql.sql("checkpoint").update();
  }

  private void months() {
    sql.sql(
            """
            do $$ begin for month in 0 .. 25 loop
              execute format('create table if not exists tip_words_%s partition of tip_words for values from (%L) to (%L)',
                to_char(date_trunc('month', now() at time zone 'UTC') - month * interval '1 month', 'YYYY_MM'),
                date_trunc('month', now() at time zone 'UTC') - month * interval '1 month',
                date_trunc('month', now() at time zone 'UTC') - (month - 1) * interval '1 month');
            end loop; end $$
            """)
        .update();
  }

  private void add(int count, String span, String waits) {
    for (var done = 0; done < count; done += PIECE) {
      addPiece(Math.min(PIECE, count - done), span, waits);
    }
  }

  private void addPiece(int count, String span, String waits) {
    sql.sql("drop table if exists seed").update();
    sql.sql(
            """
            create unlogged table seed as
            select n, uuidv7(at - now()) as id, uuidv7(at - now()) as submission, uuidv7(at - now()) as reader,
              at, text, (array['SMS', 'SMS', 'SMS', 'SMS', 'SMS', 'SMS', 'WHATSAPP', 'WHATSAPP', 'WEB', 'EMAIL'])[1 + n %% 10] as medium,
              (array['ACCEPTED', 'REJECTED', 'REJECTED', 'SPAM', 'PUBLISHED'])[1 + n %% 5] as decided
            from (
              select n, now() - interval '1 hour' - %1$s * random() as at, %2$s as text
              from generate_series((select count(*) from tips) + 1, (select count(*) from tips) + %3$d) n) made
            """
                .formatted(span, TEXT, count))
        .update();
    rows(waits).forEach(row -> sql.sql(row).update());
    sql.sql("drop table seed").update();
  }

  private static List<String> rows(String waits) {
    return List.of(
        "insert into readers (id, label, first_seen_at) select reader, 'Reader ' || n, at from"
            + " seed",
        """
        insert into deliveries (id, channel, key, received_at, sealed, state, next_attempt_at, read_at)
        select submission, 'twilio-sms', 'seed' || n, at, decode(repeat('5a', 900), 'hex'), 'READ', at, at from seed
        """,
        """
        insert into submissions (id, delivery_id, channel, medium, external_id, reader_id, received_at, text)
        select submission, submission, 'twilio-sms', medium, 'seed' || n, reader, at, text from seed
        """,
        """
        insert into tips (id, version, reference, state, channel, medium, desk_id, reader_id, opened_at,
          last_activity_at, queued_at, first_line, submissions, attachments, urgent)
        select seed.id, 1, %2$s, case when %1$s then 'WAITING' else decided end,
          'twilio-sms', medium, desks.id, reader, at, at, case when %1$s then at end, left(text, 200), 1, 0, n %% 50 = 0
        from seed, desks where desks.slug = 'news'
        """
            .formatted(waits, REFERENCE),
        "insert into tip_submissions (submission_id, tip_id) select submission, id from seed",
        "insert into tip_history (id, tip_id, at, action) select uuidv7(at - now()), id, at,"
            + " 'opened' from seed",
        "insert into tip_tags (tip_id, tag, opened_at) select id, 'old', at from seed"
            + " where at < now() - interval '650 days' and n % 20 = 0",
        """
        insert into tip_words (tip_id, opened_at, open, words)
        select id, at, %s, to_tsvector('simple', text) from seed
        """
            .formatted(waits),
        """
        insert into known_words select distinct word from seed, regexp_split_to_table(text, ' ') word
        where length(word) >= 4 on conflict do nothing
        """);
  }
}
