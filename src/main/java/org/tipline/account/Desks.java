package org.tipline.account;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The desks of the newsroom. */
@Repository
public class Desks {

  private final JdbcClient jdbc;

  Desks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Desk> all() {
    return jdbc.sql("select id, slug, name from desks order by name").query(Desk.class).list();
  }

  public Optional<Desk> find(String slug) {
    return jdbc.sql("select id, slug, name from desks where slug = ?")
        .param(slug)
        .query(Desk.class)
        .optional();
  }

  /** Where a tip goes that nothing sends elsewhere. */
  public Desk first() {
    return find("news").orElseThrow(() -> new IllegalStateException("the desk news is missing"));
  }

  /** Opens a desk, or finds the one of that name. */
  public Desk open(String slug, String name) {
    jdbc.sql("insert into desks (id, slug, name) values (?, ?, ?) on conflict (slug) do nothing")
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param(slug)
        .param(name)
        .update();
    return find(slug).orElseThrow();
  }

  /** The desks each editor sits at, in words; who sits at none is left out. */
  public Map<UUID, List<String>> namesByEditor() {
    return jdbc
        .sql(
            """
            select m.editor_id, d.name || case m.role
                when 'VIEWER' then ' (reads)' when 'LEAD' then ' (leads)' else '' end
            from desk_members m join desks d on d.id = m.desk_id order by d.name
            """)
        .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** The enabled people who work at a desk: those who are told of its tips. */
  public List<UUID> members(UUID desk) {
    return jdbc.sql(
            """
            select m.editor_id from desk_members m join editors e on e.id = m.editor_id
            where m.desk_id = ? and e.enabled and m.role <> 'VIEWER'
            """)
        .param(desk)
        .query(UUID.class)
        .list();
  }
}
