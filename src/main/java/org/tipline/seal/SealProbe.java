package org.tipline.seal;

import java.security.GeneralSecurityException;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of its keys: one proof a kind, which only they can make. */
@Component
class SealProbe {

  private final JdbcClient jdbc;

  SealProbe(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Proof(UUID id, byte[] sealed) {}

  boolean isKept(KeyKind<?> kind) {
    return jdbc.sql("select exists (select from seal_probe where purpose = ?)")
        .param(kind.name())
        .query(Boolean.class)
        .single();
  }

  <T> void keep(KeyFile<T> file) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    jdbc.sql("insert into seal_probe (purpose, id, sealed) values (?, ?, ?) on conflict do nothing")
        .params(file.kind().name(), id, proof(file, id))
        .update();
  }

  private static <T> byte[] proof(KeyFile<T> file, UUID id) {
    try {
      return file.kind().proof(file.tool(), id);
    } catch (GeneralSecurityException e) {
      throw KeyFileUnusable.damaged(file.path(), file.kind(), e);
    }
  }

  /**
   * Holds the file against the proof.
   *
   * @throws KeyFileUnusable when none of its keys made the proof
   */
  <T> void check(KeyFile<T> file) {
    var proof =
        jdbc.sql("select id, sealed from seal_probe where purpose = ?")
            .param(file.kind().name())
            .query(Proof.class)
            .single();
    if (!file.kind().accepts(file.tool(), proof.id(), proof.sealed())) {
      throw KeyFileUnusable.foreign(file.path(), file.kind());
    }
  }
}
