package org.tipline.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Asking people to join, by a link that works once and for two days; only its hash is kept. */
@Repository
public class Invitations {

  public static final Duration VALID = Duration.ofDays(2);

  private static final Logger log = LoggerFactory.getLogger(Invitations.class);

  private final JdbcClient jdbc;
  private final Editors editors;
  private final InvitationRows rows;
  private final PublicUrl publicUrl;
  private final Clock clock;

  Invitations(
      JdbcClient jdbc, Editors editors, InvitationRows rows, PublicUrl publicUrl, Clock clock) {
    this.jdbc = jdbc;
    this.editors = editors;
    this.rows = rows;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** All that are open, those whose link is too old by now as well; newest first. */
  public List<Invitation> all() {
    return rows.all();
  }

  /**
   * Invites somebody.
   *
   * @throws BadEditor when the address signs in or is invited already, or a desk is gone
   */
  @Transactional
  public InvitationLink invite(NewEditor wanted, UUID by) {
    if (editors.find(wanted.email()).isPresent()) {
      throw new BadEditor("That email address is taken: somebody signs in with it.");
    }
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    if (!rows.insert(id, wanted, by, clock.instant())) {
      throw new BadEditor("That person is invited already; send the invitation below again.");
    }
    log.info("Editor {} made invitation {}", by, id);
    return link(id).orElseThrow();
  }

  /** A new link for two more days; the one before stops working. Empty: it is open no more. */
  @Transactional
  public Optional<InvitationLink> again(UUID id) {
    return link(id);
  }

  /** The link stops working; false: it is open no more. */
  public boolean withdraw(UUID id, UUID by) {
    var withdrawn = jdbc.sql("delete from invitations where id = ?").param(id).update() > 0;
    if (withdrawn) {
      log.info("Editor {} withdrew invitation {}", by, id);
    }
    return withdrawn;
  }

  /** Whom a link is for; empty: it was used, withdrawn, replaced, is too old, or never was. */
  Optional<Invitation> find(String token) {
    return id(token).flatMap(rows::find);
  }

  /**
   * Makes the invited person an editor; the link is used up, even by two requests at once.
   *
   * @return empty as in {@link #find}
   * @throws BadEditor when the password will not do; the link still works then
   */
  @Transactional
  Optional<Editor> accept(String token, String password) {
    return id(token).flatMap(id -> rows.take(id, password)).map(editors::create);
  }

  private Optional<UUID> id(String token) {
    return jdbc.sql("select id from invitations where token_hash = ? and expires_at > ?")
        .params(TokenHash.of(token), at(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  private Optional<InvitationLink> link(UUID id) {
    var token = SecretToken.next();
    var now = clock.instant();
    jdbc.sql("update invitations set token_hash = ?, invited_at = ?, expires_at = ? where id = ?")
        .params(TokenHash.of(token), at(now), at(now.plus(VALID)), id)
        .update();
    var link = publicUrl.link("/sign-in/invitation?token=" + token);
    return rows.find(id).map(invitation -> new InvitationLink(invitation, link));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
