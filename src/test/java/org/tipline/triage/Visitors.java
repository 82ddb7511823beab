package org.tipline.triage;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;

/** The editors of a test newsroom, each signed in once: the door lets nobody try without end. */
class Visitors {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  private final Map<String, Visitor> known = new ConcurrentHashMap<>();
  private final Editors editors;
  private final Environment environment;

  Visitors(Editors editors, Environment environment) {
    this.editors = editors;
    this.environment = environment;
  }

  Visitor editor(String name) {
    return known.computeIfAbsent(name, _ -> signIn(name, Role.EDITOR));
  }

  Visitor signIn(String name, Role... roles) {
    var address = UUID.randomUUID() + "@desk.example";
    var editor = editors.create(new NewEditor(address, name, Set.of(roles), Set.of(), PASSWORD));
    var port = environment.getRequiredProperty("local.server.port", Integer.class);
    var visitor = new Visitor(port, editor.id());
    visitor.submit("/sign-in", "/sign-in", Map.of("username", address, "password", PASSWORD));
    return visitor;
  }
}
