package org.tipline.submission;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
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
   * messages come into the queue one after the other, whatever instance brings them. The address is
   * the sender's first, the one to answer to.
   */
  Known recognise(Medium medium, Sender sender, Instant at) {
    var first = sender.addresses().getFirst();
    var known =
        sender.addresses().stream()
            .map(address -> find(medium, address))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> create(medium, first, at));
    lock(known.reader());
    var answerTo = isFiled(known, first) ? known.address() : fileFirst(known, medium, first);
    sender.addresses().stream().skip(1).forEach(other -> file(known.reader(), medium, other));
    rename(known.reader(), sender.displayName());
    return new Known(known.reader(), answerTo, known.blind());
  }

  /** By the newest key where it is filed by several, so that it need not be filed again. */
  private Optional<Known> find(Medium medium, Address address) {
    return jdbc.sql(
            """
            select reader_id, id, blind from reader_addresses
            where medium = :medium and kind = :kind and blind in (:blinds)
            order by blind = :newest desc limit 1
            """)
        .param("medium", medium.name())
        .param("kind", address.kind().name())
        .param("blinds", seal.indexes(address.kind().name(), address.value()))
        .param("newest", newest(address))
        .query(
            (rs, _) ->
                new Known(
                    rs.getObject("reader_id", UUID.class),
                    rs.getObject("id", UUID.class),
                    rs.getBytes("blind")))
        .optional();
  }

  private byte[] newest(Address address) {
    return seal.index(address.kind().name(), address.value());
  }

  /** Another instance may be making the same reader: whoever files the address first wins. */
  private Known create(Medium medium, Address address, Instant at) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    jdbc.sql("insert into readers (id, label, first_seen_at) values (?, ?, ?)")
        .param(id)
        .param(label(id))
        .param(Timestamp.from(at))
        .update();
    var filed = file(id, medium, address);
    if (filed.isPresent()) {
      return new Known(id, filed.get(), newest(address));
    }
    jdbc.sql("delete from readers where id = ?").param(id).update();
    return find(medium, address).orElseThrow();
  }

  /** Three symbols tell neighbours in a list apart; they are no identity. */
  static String label(UUID id) {
    var hex = id.toString();
    return "Reader " + hex.substring(hex.length() - 3).toUpperCase(Locale.ROOT);
  }

  private void lock(UUID reader) {
    jdbc.sql("select 1 from readers where id = ? for update").param(reader).query().singleRow();
  }

  private boolean isFiled(Known known, Address address) {
    return Arrays.equals(known.blind(), newest(address));
  }

  private UUID fileFirst(Known known, Medium medium, Address address) {
    return file(known.reader(), medium, address)
        .orElseGet(() -> find(medium, address).orElseThrow().address());
  }

  /** The row's id, empty when the address is filed already. */
  private Optional<UUID> file(UUID reader, Medium medium, Address address) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var value = address.value().getBytes(StandardCharsets.UTF_8);
    var inserted =
        jdbc.sql(
                """
                insert into reader_addresses (id, reader_id, medium, kind, blind, sealed)
                values (?, ?, ?, ?, ?, ?) on conflict (medium, kind, blind) do nothing
                """)
            .param(id)
            .param(reader)
            .param(medium.name())
            .param(address.kind().name())
            .param(newest(address))
            .param(seal.seal(value, ReaderAddresses.binding(id)))
            .update();
    return inserted == 1 ? Optional.of(id) : Optional.empty();
  }

  private void rename(UUID reader, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      var sealed = seal.seal(name.getBytes(StandardCharsets.UTF_8), nameBinding(reader));
      jdbc.sql("update readers set sealed_name = ? where id = ?")
          .param(sealed)
          .param(reader)
          .update();
    }
  }

  static Binding nameBinding(UUID reader) {
    return new Binding("readers", "sealed_name", reader);
  }

  /**
   * A reader by one of their addresses.
   *
   * @param blind under what that address is filed
   */
  record Known(UUID reader, UUID address, byte[] blind) {}
}
