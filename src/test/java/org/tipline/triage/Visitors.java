package org.tipline.triage;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Newsroom;
import org.tipline.account.Role;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;

/** The editors of a test newsroom, each signed in once: the door lets nobody try without end. */
class Visitors {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  private final Map<String, Visitor> known = new ConcurrentHashMap<>();
  private final Editors editors;
  private final Desks desks;
  private final Seating seating;
  private final Environment environment;

  Visitors(Editors editors, Desks desks, Seating seating, Environment environment) {
    this.editors = editors;
    this.desks = desks;
    this.seating = seating;
    this.environment = environment;
  }

  /** Who works at every desk there is. */
  Visitor editor(String name) {
    var visitor = known.computeIfAbsent(name, _ -> signIn(name, Role.EDITOR));
    desks.all().forEach(desk -> seating.give(desk.id(), visitor.id(), SeatRole.EDITOR));
    return visitor;
  }

  /** An editor works at every desk there is now. */
  Visitor signIn(String name, Role... roles) {
    var address = UUID.randomUUID() + "@desk.example";
    var isEditor = Set.of(roles).contains(Role.EDITOR);
    var everyDesk = desks.all().stream().map(Desk::id).collect(toSet());
    var at = isEditor ? everyDesk : Set.<UUID>of();
    var editor = editors.create(new NewEditor(address, name, Set.of(roles), at, PASSWORD));
    var port = environment.getRequiredProperty("local.server.port", Integer.class);
    var visitor = new Visitor(port, editor.id(), () -> Newsroom.seats(editor.id(), desks));
    visitor.submit("/sign-in", "/sign-in", Map.of("username", address, "password", PASSWORD));
    return visitor;
  }
}
