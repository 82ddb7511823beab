package org.tipline.account;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who sits at which desk, and what they may do there. */
@Repository
public class Seating {

  /**
   * Where PostgreSQL's NOTIFY tells every instance that an editor's seats have changed, or that
   * they are shut out; the payload is the editor's id.
   */
  public static final String CHANNEL = "tipline_seats";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Seating(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** A person's seats, in one statement; empty for who may not come in. */
  Optional<Seats> of(UUID editor) {
    return jdbc.sql(
            """
            select m.desk_id, m.role
            from editors e left join desk_members m on m.editor_id = e.id
            where e.enabled and e.id = ?
            """)
        .param(editor)
        .query(
            rs -> {
              var roles = new HashMap<UUID, SeatRole>();
              var isEnabled = false;
              while (rs.next()) {
                isEnabled = true;
                if (rs.getString("role") != null) {
                  roles.put(
                      rs.getObject("desk_id", UUID.class), SeatRole.valueOf(rs.getString("role")));
                }
              }
              return isEnabled ? Optional.of(new Seats(editor, roles)) : Optional.<Seats>empty();
            });
  }

  /** All who sit at a desk, by name; those who are shut out, too. */
  public List<Member> members(UUID desk) {
    return jdbc.sql(
            """
            select e.id editor, e.name, e.email, m.role, e.enabled
            from desk_members m join editors e on e.id = m.editor_id
            where m.desk_id = ? order by e.name, e.id
            """)
        .param(desk)
        .query(
            (rs, _) ->
                new Member(
                    rs.getObject("editor", UUID.class),
                    rs.getString("name"),
                    rs.getString("email"),
                    SeatRole.valueOf(rs.getString("role")),
                    rs.getBoolean("enabled")))
        .list();
  }

  /** What each of these people sees; who may not come in is left out. */
  public Map<UUID, Sight> sights(Set<UUID> editors) {
    var desks = new HashMap<UUID, Set<UUID>>();
    jdbc.sql(
            """
            select e.id, m.desk_id from editors e left join desk_members m on m.editor_id = e.id
            where e.enabled and e.id = any(?)
            """)
        .param(editors.toArray(UUID[]::new))
        .query(
            rs -> {
              var seen =
                  desks.computeIfAbsent(rs.getObject("id", UUID.class), _ -> new HashSet<>());
              Optional.ofNullable(rs.getObject("desk_id", UUID.class)).ifPresent(seen::add);
            });
    return desks.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> new Sight(entry.getValue())));
  }

  /** Where a person sits, by desk, shut out or not. */
  public Map<UUID, SeatRole> rolesOf(UUID editor) {
    var roles = new HashMap<UUID, SeatRole>();
    jdbc.sql("select desk_id, role from desk_members where editor_id = ?")
        .param(editor)
        .query(
            rs -> {
              roles.put(
                  rs.getObject("desk_id", UUID.class), SeatRole.valueOf(rs.getString("role")));
            });
    return roles;
  }

  /** Who may be told of a desk's tips: the enabled people who see it. */
  public Set<UUID> whoSees(UUID desk) {
    return new HashSet<>(
        jdbc.sql(
                """
                select m.editor_id from desk_members m join editors e on e.id = m.editor_id
                where m.desk_id = ? and e.enabled
                """)
            .param(desk)
            .query(UUID.class)
            .list());
  }

  /** Whether a person may work on a desk's tips, now. */
  public boolean worksAt(UUID editor, UUID desk) {
    return jdbc.sql(
            """
            select exists (select from desk_members m join editors e on e.id = m.editor_id
              where m.desk_id = ? and e.id = ? and e.enabled and m.role <> 'VIEWER')
            """)
        .param(desk)
        .param(editor)
        .query(Boolean.class)
        .single();
  }

  /**
   * Gives a person a seat, or another role on the one they have; publishes {@link SeatChanged}.
   *
   * @throws BadEditor when the person or the desk is gone
   */
  @Transactional
  public void give(UUID desk, UUID editor, SeatRole role) {
    if (seat(desk, editor, role)) {
      tell(desk, editor, role);
    }
  }

  /** {@link #give} for somebody whom nobody has to be told of; false when nothing has changed. */
  boolean seat(UUID desk, UUID editor, SeatRole role) {
    if (!isThere(desk, editor)) {
      throw new BadEditor("The desk or the person is gone; load the page again.");
    }
    return jdbc.sql(
                """
                insert into desk_members (desk_id, editor_id, role) values (?, ?, ?)
                on conflict (desk_id, editor_id) do update set role = excluded.role
                where desk_members.role <> excluded.role
                """)
            .params(desk, editor, role.name())
            .update()
        > 0;
  }

  /** Takes a seat away; publishes {@link SeatChanged}. Without one nothing changes. */
  @Transactional
  public void take(UUID desk, UUID editor) {
    var taken =
        jdbc.sql("delete from desk_members where desk_id = ? and editor_id = ?")
            .params(desk, editor)
            .update();
    if (taken > 0) {
      tell(desk, editor, null);
    }
  }

  private boolean isThere(UUID desk, UUID editor) {
    return jdbc.sql(
            """
            select exists (select from desks where id = ?)
              and exists (select from editors where id = ?)
            """)
        .params(desk, editor)
        .query(Boolean.class)
        .single();
  }

  private void tell(UUID desk, UUID editor, @Nullable SeatRole role) {
    events.publishEvent(new SeatChanged(editor, desk, role));
    tell(editor);
  }

  /** Once the transaction has committed. */
  void tell(UUID editor) {
    jdbc.sql("select pg_notify(?, ?)").params(CHANNEL, editor.toString()).query().singleRow();
  }
}
