package org.tipline.account;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Editors as authenticators know them: by an id that tells nothing, WebAuthn §14.6.1. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

  private static final int UUID_BYTES = 16;

  private final Editors editors;

  PasskeyOwners(Editors editors) {
    this.editors = editors;
  }

  static Bytes handle(UUID editor) {
    var bytes = ByteBuffer.allocate(UUID_BYTES);
    bytes.putLong(editor.getMostSignificantBits()).putLong(editor.getLeastSignificantBits());
    return new Bytes(bytes.array());
  }

  static UUID editor(Bytes handle) {
    if (handle.getBytes().length != UUID_BYTES) {
      throw new IllegalArgumentException("no handle of ours");
    }
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  static PublicKeyCredentialUserEntity entity(Editor editor) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle(editor.id()))
        .name(editor.email())
        .displayName(editor.name())
        .build();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return editors.find(editor(id)).map(PasskeyOwners::entity).orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return editors.find(username).map(PasskeyOwners::entity).orElse(null);
  }

  @Override
  public void save(PublicKeyCredentialUserEntity userEntity) {
    throw new UnsupportedOperationException("they are editors already");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("editors are not deleted");
  }
}
