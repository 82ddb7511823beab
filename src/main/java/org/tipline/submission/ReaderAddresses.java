package org.tipline.submission;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.Address;
import org.tipline.seal.Binding;
import org.tipline.seal.Seal;

/**
 * Opens the one address a submission came from, for a reply to go back to it. What comes out is for
 * the provider alone: never for a screen, a row or a log.
 */
@Repository
public class ReaderAddresses {

  private final JdbcClient jdbc;
  private final Seal seal;

  ReaderAddresses(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Empty when the reader left no address. */
  public Optional<Address> open(UUID submission) {
    return jdbc.sql(
            """
            select a.id, a.kind, a.sealed
            from submissions s join reader_addresses a on a.id = s.address_id where s.id = ?
            """)
        .param(submission)
        .query(
            (rs, _) ->
                address(
                    rs.getObject("id", UUID.class),
                    Address.Kind.valueOf(rs.getString("kind")),
                    rs.getBytes("sealed")))
        .optional();
  }

  private Address address(UUID id, Address.Kind kind, byte[] sealed) {
    return new Address(kind, new String(seal.open(sealed, binding(id)), StandardCharsets.UTF_8));
  }

  static Binding binding(UUID id) {
    return new Binding("reader_addresses", "sealed", id);
  }

  /** What sort of address it is, which tells nothing of the reader. */
  public Optional<Address.Kind> kindOf(UUID submission) {
    return jdbc.sql(
            """
            select a.kind
            from submissions s join reader_addresses a on a.id = s.address_id where s.id = ?
            """)
        .param(submission)
        .query(String.class)
        .optional()
        .map(Address.Kind::valueOf);
  }
}
