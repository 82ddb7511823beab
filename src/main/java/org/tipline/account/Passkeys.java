package org.tipline.account;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys of all editors, as Spring Security and as their owners see them. */
@Repository
class Passkeys implements UserCredentialRepository {

  /** As WebAuthn §5.8.4 writes them. */
  private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,20}");

  private final JdbcClient jdbc;
  private final Clock clock;

  Passkeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By the time they were made. */
  List<Passkey> of(UUID editor) {
    return jdbc.sql("select id, label from passkeys where editor_id = ? order by created_at, id")
        .param(editor)
        .query(Passkey.class)
        .list();
  }

  /** Who has any. */
  Set<UUID> owners() {
    return new HashSet<>(
        jdbc.sql("select distinct editor_id from passkeys").query(UUID.class).list());
  }

  /** False: it is none of theirs. */
  boolean remove(UUID editor, UUID id) {
    return jdbc.sql("delete from passkeys where id = ? and editor_id = ?")
            .params(id, editor)
            .update()
        > 0;
  }

  /** False: there was none. */
  boolean removeAll(UUID editor) {
    return jdbc.sql("delete from passkeys where editor_id = ?").param(editor).update() > 0;
  }

  /**
   * Keeps a new one, or how often one has signed. WebAuthn §7.2 step 22 has the count grow, or stay
   * 0; Spring Security 7.1 compares it with the first count only.
   *
   * @throws CopiedPasskey when it did not grow
   */
  @Override
  public void save(CredentialRecord record) {
    if (!isSaved(record)) {
      throw new CopiedPasskey();
    }
  }

  private boolean isSaved(CredentialRecord record) {
    return jdbc.sql(
                """
                insert into passkeys (credential_id, id, editor_id, label, public_key, signature_count,
                  transports, attestation_object, created_at)
                values (:credential, :id, :editor, :label, :key, :count, :transports, :attestation, :now)
                on conflict (credential_id) do update set signature_count = excluded.signature_count
                where excluded.signature_count > passkeys.signature_count
                  or (excluded.signature_count = 0 and passkeys.signature_count = 0)
                """)
            .param("credential", record.getCredentialId().getBytes())
            .param("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
            .param("editor", PasskeyOwners.editor(record.getUserEntityUserId()))
            .param("label", record.getLabel())
            .param("key", record.getPublicKey().getBytes())
            .param("count", record.getSignatureCount())
            .param("transports", transports(record))
            .param("attestation", requireNonNull(record.getAttestationObject()).getBytes())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return jdbc.sql("select * from passkeys where credential_id = ?")
        .param(credentialId.getBytes())
        .query(Passkeys::credential)
        .optional()
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return jdbc.sql("select * from passkeys where editor_id = ? order by created_at, id")
        .param(PasskeyOwners.editor(userId))
        .query(Passkeys::credential)
        .list();
  }

  @Override
  public void delete(Bytes credentialId) {
    throw new UnsupportedOperationException("passkeys are removed by their own id");
  }

  private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
    return ImmutableCredentialRecord.builder()
        .credentialId(new Bytes(row.getBytes("credential_id")))
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .userEntityUserId(PasskeyOwners.handle(row.getObject("editor_id", UUID.class)))
        .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
        .signatureCount(row.getLong("signature_count"))
        .uvInitialized(true) // we ask for nothing less
        .transports(
            Arrays.stream((String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(toSet()))
        .attestationObject(new Bytes(row.getBytes("attestation_object")))
        .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
        .label(row.getString("label"))
        .build();
  }

  /** Browsers may name new ones, and a forged answer anything. */
  private static String[] transports(CredentialRecord record) {
    return record.getTransports().stream()
        .map(AuthenticatorTransport::getValue)
        .filter(name -> TRANSPORT.matcher(name).matches())
        .sorted()
        .toArray(String[]::new);
  }
}
