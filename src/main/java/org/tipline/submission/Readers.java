package org.tipline.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.Medium;
import org.tipline.channel.Sender;
import org.tipline.seal.Binding;
import org.tipline.seal.Seal;

/**
 * Recognises who wrote, without opening anybody's address. One number on SMS and on WhatsApp is two
 * readers until an editor says they are one: the index is the same, so that can be suggested.
 */
@Component
class Readers {

  private final JdbcClient jdbc;
  private final Seal seal;

  Readers(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * The reader behind a sender, made if new, and locked until the transaction ends: one reader's
   * messages come into the queue one after the other, whatever instance brings them.
   */
  UUID recognise(Medium medium, Sender sender, Instant at) {
    var reader =
        sender.addresses().stream()
            .map(address -> find(medium, address))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> create(medium, sender.addresses().getFirst(), at));
    jdbc.sql("select 1 from readers where id = ? for update").param(reader).query().singleRow();
    sender.addresses().forEach(address -> file(reader, medium, address));
    rename(reader, sender.displayName());
    return reader;
  }

  private Optional<UUID> find(Medium medium, Address address) {
    return jdbc.sql(
            """
            select reader_id from reader_addresses
            where medium = :medium and kind = :kind and blind in (:blinds) limit 1
            """)
        .param("medium", medium.name())
        .param("kind", address.kind().name())
        .param("blinds", seal.indexes(address.kind().name(), address.value()))
        .query(UUID.class)
        .optional();
  }

  /** Another instance may be making the same reader: whoever files the address first wins. */
  private UUID create(Medium medium, Address address, Instant at) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    jdbc.sql("insert into readers (id, label, first_seen_at) values (?, ?, ?)")
        .param(id)
        .param(label(id))
        .param(Timestamp.from(at))
        .update();
    if (file(id, medium, address)) {
      return id;
    }
    jdbc.sql("delete from readers where id = ?").param(id).update();
    return find(medium, address).orElseThrow();
  }

  /** Three symbols tell neighbours in a list apart; they are no identity. */
  private static String label(UUID id) {
    var hex = id.toString();
    return "Reader " + hex.substring(hex.length() - 3).toUpperCase(Locale.ROOT);
  }

  private boolean file(UUID reader, Medium medium, Address address) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var value = address.value().getBytes(StandardCharsets.UTF_8);
    return jdbc.sql(
                """
                insert into reader_addresses (id, reader_id, medium, kind, blind, sealed)
                values (?, ?, ?, ?, ?, ?) on conflict (medium, kind, blind) do nothing
                """)
            .param(id)
            .param(reader)
            .param(medium.name())
            .param(address.kind().name())
            .param(seal.index(address.kind().name(), address.value()))
            .param(seal.seal(value, new Binding("reader_addresses", "sealed", id)))
            .update()
        == 1;
  }

  private void rename(UUID reader, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      var sealed =
          seal.seal(
              name.getBytes(StandardCharsets.UTF_8), new Binding("readers", "sealed_name", reader));
      jdbc.sql("update readers set sealed_name = ? where id = ?")
          .param(sealed)
          .param(reader)
          .update();
    }
  }
}
