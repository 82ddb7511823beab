package org.tipline.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tokens administrators make for programs; only their hashes are kept. */
@Repository
public class ApiTokens {

  private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

  /** Tells scanners for leaked secrets, and people, what it is. */
  private static final String PREFIX = "tipline_";

  private final JdbcClient jdbc;
  private final Clock clock;

  ApiTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By name. */
  public List<ApiToken> all() {
    return jdbc.sql(
            """
            select t.id, t.name, d.name as desk, e.name as made_by, t.made_at, t.last_used_at
            from api_tokens t join editors e on e.id = t.made_by left join desks d on d.id = t.desk_id
            order by lower(t.name)
            """)
        .query(ApiToken.class)
        .list();
  }

  /**
   * Makes a token and tells it, this once.
   *
   * @throws BadApiToken when the name is another's, or there is no such desk
   */
  @Transactional
  public String make(NewApiToken wanted) {
    var desk = wanted.isForEveryDesk() ? null : desk(wanted.desk());
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var token = PREFIX + SecretToken.next();
    insert(id, wanted, desk, token);
    log.info("Editor {} made API token {}", wanted.madeBy(), id);
    return token;
  }

  /** From now on nobody reads with it; false: there is none, or no more. */
  public boolean revoke(UUID id, UUID by) {
    var revoked = jdbc.sql("delete from api_tokens where id = ?").param(id).update() > 0;
    if (revoked) {
      log.info("Editor {} revoked API token {}", by, id);
    }
    return revoked;
  }

  /** Whose token it is; notes the hour it was used in. */
  Optional<ApiCaller> caller(String token) {
    return find(TokenHash.of(token)).map(this::noteUse);
  }

  private UUID desk(String slug) {
    return jdbc.sql("select id from desks where slug = ?")
        .param(slug.replace("\0", ""))
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new BadApiToken("Choose one of the desks, or all of them."));
  }

  private void insert(UUID id, NewApiToken wanted, @Nullable UUID desk, String token) {
    try {
      jdbc.sql(
              """
              insert into api_tokens (id, name, token_hash, desk_id, made_by, made_at)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(id, wanted.name(), TokenHash.of(token))
          .param(desk)
          .params(wanted.madeBy(), at(clock.instant()))
          .update();
    } catch (DuplicateKeyException _) {
      throw new BadApiToken(
          "There is a token of that name. Choose another name, or revoke that one first.");
    }
  }

  private Optional<UsedToken> find(byte[] hash) {
    return jdbc.sql(
            """
            select id, name, last_used_at, desk_id from api_tokens where token_hash = ?
            """)
        .param(hash)
        .query(
            (row, _) ->
                new UsedToken(
                    row.getObject("id", UUID.class),
                    row.getObject("last_used_at", OffsetDateTime.class),
                    new ApiCaller(row.getString("name"), sight(row))))
        .optional();
  }

  /** One write an hour, however often it is used. */
  private ApiCaller noteUse(UsedToken token) {
    var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (token.lastUsedAt() == null || token.lastUsedAt().toInstant().isBefore(hour)) {
      jdbc.sql("update api_tokens set last_used_at = ? where id = ?")
          .params(at(hour), token.id())
          .update();
    }
    return token.caller();
  }

  private static Sight sight(ResultSet row) throws SQLException {
    var desk = row.getObject("desk_id", UUID.class);
    return desk == null ? Sight.EVERYWHERE : new Sight(Set.of(desk));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private record UsedToken(UUID id, @Nullable OffsetDateTime lastUsedAt, ApiCaller caller) {}
}
