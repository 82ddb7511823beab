package org.tipline.account;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open invitations as the database keeps them. */
@Repository
class InvitationRows {

  private static final String SELECT =
      """
      select i.id, i.email, i.name, i.roles, i.invited_at, i.expires_at, e.name as invited_by,
        array(select d.name from invitation_desks k join desks d on d.id = k.desk_id
          where k.invitation_id = i.id order by d.name) as desks
      from invitations i join editors e on e.id = i.invited_by
      """;

  private final JdbcClient jdbc;

  InvitationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Invitation> all() {
    return jdbc.sql(SELECT + " order by i.invited_at desc, i.id")
        .query(InvitationRows::invitation)
        .list();
  }

  Optional<Invitation> find(UUID id) {
    return jdbc.sql(SELECT + " where i.id = ?")
        .param(id)
        .query(InvitationRows::invitation)
        .optional();
  }

  /** Nobody has its link yet; false: the address is invited already. */
  boolean insert(UUID id, NewEditor wanted, UUID by, Instant now) {
    var inserted =
        jdbc.sql(
                """
                insert into invitations (id, email, name, roles, token_hash, invited_by, invited_at,
                  expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (lower(email)) do nothing
                """)
            .params(id, wanted.email(), wanted.name())
            .param(wanted.roles().stream().map(Role::name).sorted().toArray(String[]::new))
            .params(TokenHash.of(SecretToken.next()), by, at(now), at(now))
            .update();
    if (inserted > 0) {
      wanted.seats().forEach((desk, role) -> seat(id, desk, role));
    }
    return inserted > 0;
  }

  /** Ends an invitation for the editor it becomes; empty: another request was faster. */
  Optional<NewEditor> take(UUID id, String password) {
    var seats = seats(id);
    return jdbc.sql("delete from invitations where id = ? returning email, name, roles")
        .param(id)
        .query(
            (row, _) ->
                new NewEditor(
                    row.getString("email"), row.getString("name"), roles(row), seats, password))
        .optional();
  }

  private Map<UUID, SeatRole> seats(UUID invitation) {
    return jdbc
        .sql("select desk_id, role from invitation_desks where invitation_id = ?")
        .param(invitation)
        .query(
            (row, _) ->
                Map.entry(
                    row.getObject("desk_id", UUID.class), SeatRole.valueOf(row.getString("role"))))
        .list()
        .stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void seat(UUID invitation, UUID desk, SeatRole role) {
    var seats =
        jdbc.sql("insert into invitation_desks select ?, id, ? from desks where id = ?")
            .params(invitation, role.name(), desk)
            .update();
    if (seats == 0) {
      throw new BadEditor("One of the desks is gone; load the page again.");
    }
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        roles(row),
        texts(row.getArray("desks")).toList(),
        row.getString("invited_by"),
        row.getObject("invited_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Role> roles(ResultSet row) throws SQLException {
    return texts(row.getArray("roles")).map(Role::valueOf).collect(toUnmodifiableSet());
  }

  private static Stream<String> texts(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
