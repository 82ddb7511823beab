package org.tipline.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/** What browsers are asked to sign; in the database, so that a stranger needs no session for it. */
@Repository
class PasskeyChallenges {

  static final Duration VALID = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A new one, for {@code editor} only; null: for whoever signs it. */
  Bytes make(@Nullable UUID editor) {
    var now = clock.instant();
    jdbc.sql("delete from passkey_challenges where expires_at <= ?").param(at(now)).update();
    var challenge = Bytes.random();
    jdbc.sql(
            "insert into passkey_challenges (challenge_hash, editor_id, expires_at)"
                + " values (?, ?, ?)")
        .param(hash(challenge))
        .param(editor)
        .param(at(now.plus(VALID)))
        .update();
    return challenge;
  }

  /** Whether it was made for {@code editor} and not used yet; it is now. */
  boolean use(Bytes challenge, @Nullable UUID editor) {
    return jdbc.sql(
                """
                delete from passkey_challenges
                where challenge_hash = :hash and expires_at > :now
                  and editor_id is not distinct from cast(:editor as uuid)
                """)
            .param("hash", hash(challenge))
            .param("now", at(clock.instant()))
            .param("editor", editor)
            .update()
        > 0;
  }

  private static byte[] hash(Bytes challenge) {
    return TokenHash.of(challenge.toBase64UrlString());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
