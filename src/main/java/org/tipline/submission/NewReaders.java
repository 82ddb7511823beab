package org.tipline.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.seal.Seal;

/** Makes the readers of people who never wrote before, many in the same few statements. */
@Component
class NewReaders {

  private final JdbcClient jdbc;
  private final Seal seal;

  NewReaders(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Leaves out whoever wrote before, or is being made elsewhere just now. */
  List<NewReader> make(List<Incoming> incoming) {
    var heard = heardBefore(incoming);
    var strangers =
        IntStream.range(0, incoming.size())
            .filter(n -> !heard.contains(n))
            .mapToObj(n -> stranger(incoming.get(n)))
            .toList();
    if (strangers.isEmpty()) {
      return strangers;
    }
    insertReaders(strangers);
    var filed = insertAddresses(strangers);
    return filed.size() == strangers.size() ? strangers : keep(strangers, filed);
  }

  /** By every key there is, as {@link Readers} looks for one. */
  private Set<Integer> heardBefore(List<Incoming> incoming) {
    var positions = new ArrayList<Integer>();
    var blinds = new ArrayList<byte[]>();
    for (var n = 0; n < incoming.size(); n++) {
      var address = address(incoming.get(n));
      for (var blind : seal.indexes(address.kind().name(), address.value())) {
        positions.add(n);
        blinds.add(blind);
      }
    }
    return new HashSet<>(
        jdbc.sql(
                """
                select n from unnest(:positions::int[], :mediums::text[], :kinds::text[], :blinds::bytea[])
                  as asked (n, medium, kind, blind)
                join reader_addresses using (medium, kind, blind)
                """)
            .param("positions", positions.toArray(Integer[]::new))
            .param("mediums", each(positions, n -> incoming.get(n).arrival().medium().name()))
            .param("kinds", each(positions, n -> address(incoming.get(n)).kind().name()))
            .param("blinds", blinds.toArray(byte[][]::new))
            .query(Integer.class)
            .list());
  }

  private static Address address(Incoming incoming) {
    return Objects.requireNonNull(incoming.message().sender()).addresses().getFirst();
  }

  private NewReader stranger(Incoming incoming) {
    var address = address(incoming);
    var blind = seal.index(address.kind().name(), address.value());
    return new NewReader(incoming, new Readers.Known(newId(), newId(), blind));
  }

  private static UUID newId() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  private void insertReaders(List<NewReader> readers) {
    jdbc.sql(
            """
            insert into readers (id, label, first_seen_at, sealed_name)
            select * from unnest(:ids::uuid[], :labels::text[], :seen::timestamptz[], :names::bytea[])
            """)
        .param("ids", ids(readers, NewReader::id))
        .param("labels", each(readers, reader -> Readers.label(reader.id())))
        .param("seen", each(readers, NewReaders::firstSeen))
        .param("names", readers.stream().map(this::sealedName).toArray(byte[][]::new))
        .update();
  }

  private static String firstSeen(NewReader reader) {
    return reader.incoming().arrival().receivedAt().toString();
  }

  private byte @Nullable [] sealedName(NewReader reader) {
    var name = Objects.requireNonNull(reader.incoming().message().sender()).displayName();
    return name == null || name.isBlank()
        ? null
        : seal.seal(name.getBytes(UTF_8), Readers.nameBinding(reader.id()));
  }

  private Set<UUID> insertAddresses(List<NewReader> readers) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into reader_addresses (id, reader_id, medium, kind, blind, sealed)
                select * from unnest(:ids::uuid[], :readers::uuid[], :mediums::text[], :kinds::text[],
                  :blinds::bytea[], :sealed::bytea[])
                on conflict (medium, kind, blind) do nothing returning reader_id
                """)
            .param("ids", ids(readers, reader -> reader.known().address()))
            .param("readers", ids(readers, NewReader::id))
            .param("mediums", each(readers, it -> it.incoming().arrival().medium().name()))
            .param("kinds", each(readers, reader -> reader.address().kind().name()))
            .param("blinds", readers.stream().map(it -> it.known().blind()).toArray(byte[][]::new))
            .param("sealed", readers.stream().map(this::sealedAddress).toArray(byte[][]::new))
            .query(UUID.class)
            .list());
  }

  private byte[] sealedAddress(NewReader reader) {
    return seal.seal(
        reader.address().value().getBytes(UTF_8),
        ReaderAddresses.binding(reader.known().address()));
  }

  /** Whose address was filed meanwhile is somebody there is already. */
  private List<NewReader> keep(List<NewReader> readers, Set<UUID> filed) {
    jdbc.sql("delete from readers where id = any(:made) and not id = any(:filed)")
        .param("made", ids(readers, NewReader::id))
        .param("filed", filed.toArray(UUID[]::new))
        .update();
    return readers.stream().filter(reader -> filed.contains(reader.id())).toList();
  }

  private static UUID[] ids(List<NewReader> readers, Function<NewReader, UUID> of) {
    return readers.stream().map(of).toArray(UUID[]::new);
  }

  private static <T> String[] each(List<T> all, Function<T, String> of) {
    return all.stream().map(of).toArray(String[]::new);
  }
}
