package org.tipline.triage;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
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
import org.tipline.account.SignInLinks;

/** The editors of a test newsroom, each signed in once: the door lets nobody try without end. */
class Visitors {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  private final Map<String, Visitor> known = new ConcurrentHashMap<>();
  private final Editors editors;
  private final Desks desks;
  private final Seating seating;
  private final SignInLinks links;
  private final Environment environment;

  Visitors(
      Editors editors, Desks desks, Seating seating, SignInLinks links, Environment environment) {
    this.editors = editors;
    this.desks = desks;
    this.seating = seating;
    this.links = links;
    this.environment = environment;
  }

  /** Who works at every desk there is. */
  Visitor editor(String name) {
    var visitor = known.computeIfAbsent(name, _ -> signIn(name, Role.EDITOR));
    everyDesk().forEach(desk -> seating.give(desk, visitor.id(), SeatRole.EDITOR));
    return visitor;
  }

  /** Who has not signed in. */
  Visitor stranger() {
    return visitor(new UUID(0, 0));
  }

  /** Who sits at these desks and nowhere else. */
  Visitor seated(Map<UUID, SeatRole> seats) {
    return byLink(Set.of(Role.EDITOR), seats);
  }

  /** Who runs the newsroom's Tipline and sits nowhere. */
  Visitor administrator() {
    return byLink(Set.of(Role.ADMIN), Map.of());
  }

  private Visitor byLink(Set<Role> roles, Map<UUID, SeatRole> seats) {
    var address = UUID.randomUUID() + "@desk.example";
    var editor = editors.create(new NewEditor(address, "Wambui", roles, seats, null));
    var visitor = visitor(editor.id());
    var link = links.make(editor.id(), Duration.ofMinutes(5));
    var token = link.getRawQuery().substring("token=".length());
    visitor.submit(
        link.getRawPath() + "?" + link.getRawQuery(), "/sign-in/link", Map.of("token", token));
    return visitor;
  }

  /** An editor works at every desk there is now. */
  Visitor signIn(String name, Role... roles) {
    var isEditor = Set.of(roles).contains(Role.EDITOR);
    var at = isEditor ? everyDesk() : Set.<UUID>of();
    var address = UUID.randomUUID() + "@desk.example";
    var editor = editors.create(new NewEditor(address, name, Set.of(roles), at, PASSWORD));
    var visitor = visitor(editor.id());
    visitor.submit("/sign-in", "/sign-in", Map.of("username", address, "password", PASSWORD));
    return visitor;
  }

  /** Save those that {@link DeskThings} keeps to itself. */
  private Set<UUID> everyDesk() {
    return desks.all().stream()
        .filter(desk -> !desk.slug().startsWith(DeskThings.OWN))
        .map(Desk::id)
        .collect(toSet());
  }

  private Visitor visitor(UUID id) {
    var port = environment.getRequiredProperty("local.server.port", Integer.class);
    return new Visitor(port, id, () -> Newsroom.seats(id, desks));
  }
}
