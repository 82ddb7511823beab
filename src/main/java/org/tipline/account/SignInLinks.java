package org.tipline.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that sign one editor in once; only their hash is kept. */
@Repository
public class SignInLinks {

  private final JdbcClient jdbc;
  private final PublicUrl publicUrl;
  private final Clock clock;

  SignInLinks(JdbcClient jdbc, PublicUrl publicUrl, Clock clock) {
    this.jdbc = jdbc;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** A link for {@code editor}: whoever opens it first within {@code validFor} is that editor. */
  public URI make(UUID editor, Duration validFor) {
    forgetExpired();
    var token = SecretToken.next();
    jdbc.sql("insert into sign_in_links (token_hash, editor_id, expires_at) values (?, ?, ?)")
        .params(TokenHash.of(token), editor, at(clock.instant().plus(validFor)))
        .update();
    return publicUrl.link("/sign-in/link?token=" + token);
  }

  /** The editor a link was for; it is used up, even by two requests at the same moment. */
  Optional<UUID> redeem(String token) {
    return jdbc.sql(
            "delete from sign_in_links where token_hash = ? and expires_at > ? returning editor_id")
        .params(TokenHash.of(token), at(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  private void forgetExpired() {
    jdbc.sql("delete from sign_in_links where expires_at <= ?").param(at(clock.instant())).update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
