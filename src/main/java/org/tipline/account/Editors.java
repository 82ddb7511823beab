package org.tipline.account;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Repository
public class Editors {

  private static final String COLUMNS = "select id, email, name, roles, enabled, created_at ";

  private final JdbcClient jdbc;
  private final NewPasswords passwords;
  private final EditorSessions sessions;
  private final Seating seating;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Editors(
      JdbcClient jdbc,
      NewPasswords passwords,
      EditorSessions sessions,
      Seating seating,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.sessions = sessions;
    this.seating = seating;
    this.events = events;
    this.clock = clock;
  }

  public Optional<Editor> find(UUID id) {
    return jdbc.sql(COLUMNS + "from editors where id = ?")
        .param(id)
        .query(Editors::editor)
        .optional();
  }

  /** Whoever signs in with that address, in whatever case it is written. */
  public Optional<Editor> find(String email) {
    return jdbc.sql(COLUMNS + "from editors where lower(email) = lower(?)")
        .param(storable(email))
        .query(Editors::editor)
        .optional();
  }

  public List<Editor> all() {
    return jdbc.sql(COLUMNS + "from editors order by name, id").query(Editors::editor).list();
  }

  /** What screens call them; an id nobody has is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    return jdbc
        .sql("select id, name from editors where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Lets a person sign in from now on.
   *
   * @throws BadEditor when the address is somebody's already, a desk is unknown, or the password
   *     will not do
   */
  @Transactional
  public Editor create(NewEditor wanted) {
    var editor = insert(wanted).orElseThrow(() -> new BadEditor("That email address is taken."));
    wanted.seats().forEach((desk, role) -> seating.seat(desk, editor.id(), role));
    return editor;
  }

  /**
   * Keeps an editor out from now on, ends their sessions and publishes {@link EditorDisabled}.
   *
   * @throws BadEditor when nobody would be left who can let others in
   */
  @Transactional
  public void disable(UUID id) {
    if (!keepOut(id)) {
      throw new BadEditor("Name another administrator first; this is the last one.");
    }
    events.publishEvent(new EditorDisabled(id));
    sessions.endAll(id);
  }

  public void enable(UUID id) {
    jdbc.sql("update editors set enabled = true where id = ?").param(id).update();
  }

  /**
   * Gives an editor a new password and ends their sessions.
   *
   * @throws BadEditor when it is too short, too long, or among the first to be guessed
   */
  public void changePassword(UUID id, String password) {
    keepPassword(id, password);
    sessions.endAll(id);
  }

  /** As {@link #changePassword}; their sessions stay. */
  void keepPassword(UUID id, String password) {
    var own = find(id).map(editor -> editor.name() + " " + editor.email()).orElse("");
    jdbc.sql("update editors set password_hash = ? where id = ?")
        .params(passwords.hash(password, own), id)
        .update();
  }

  boolean hasAdministrator() {
    return jdbc.sql("select exists (select from editors where enabled and 'ADMIN' = any(roles))")
        .query(Boolean.class)
        .single();
  }

  /** The kept hash; empty for who is unknown, disabled, or signs in by link only. */
  Optional<String> passwordHash(UUID id) {
    return jdbc.sql(
            "select password_hash from editors where id = ? and enabled"
                + " and password_hash is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  private Optional<Editor> insert(NewEditor wanted) {
    return jdbc.sql(
            """
            insert into editors (id, email, name, password_hash, roles, created_at)
            values (?, ?, ?, ?, ?, ?) on conflict (lower(email)) do nothing
            returning id, email, name, roles, enabled, created_at
            """)
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param(wanted.email())
        .param(wanted.name())
        .param(hash(wanted))
        .param(wanted.roles().stream().map(Role::name).sorted().toArray(String[]::new))
        .param(OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC))
        .query(Editors::editor)
        .optional();
  }

  private @Nullable String hash(NewEditor wanted) {
    return wanted.password() == null
        ? null
        : passwords.hash(wanted.password(), wanted.name() + " " + wanted.email());
  }

  /** Locks the administrators first, so that two of them cannot shut each other out at once. */
  private boolean keepOut(UUID id) {
    return jdbc.sql(
                """
                with administrators as (
                  select id from editors where enabled and 'ADMIN' = any(roles) order by id for update)
                update editors e set enabled = false
                where e.id = ? and (not 'ADMIN' = any(e.roles)
                  or exists (select from administrators a where a.id <> e.id))
                """)
            .param(id)
            .update()
        > 0;
  }

  /** PostgreSQL keeps no NUL in text. */
  private static String storable(String text) {
    return text.replace("\0", "");
  }

  private static Editor editor(ResultSet row, int number) throws SQLException {
    return new Editor(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        roles(row.getArray("roles")),
        row.getBoolean("enabled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Set<Role> roles(Array roles) throws SQLException {
    return Arrays.stream((String[]) roles.getArray())
        .map(Role::valueOf)
        .collect(toUnmodifiableSet());
  }
}
