package org.tipline.demo;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;

/** Gives the demo newsroom its desks and editors, unless they are there already. */
@Component
@Profile("demo")
class Hiring {

  private final Seeds seeds;
  private final Desks desks;
  private final Editors editors;

  Hiring(Seeds seeds, Desks desks, Editors editors) {
    this.seeds = seeds;
    this.desks = desks;
    this.editors = editors;
  }

  /** Returns the first of them, who may do everything. */
  Editor hire() throws IOException {
    var staff = Staff.read(seeds.staff());
    staff.desks().forEach(desk -> desks.open(desk.slug(), desk.name()));
    return staff.editors().stream().map(this::hire).toList().getFirst();
  }

  private Editor hire(Staff.Person person) {
    return editors.find(person.email()).orElseGet(() -> editors.create(editor(person)));
  }

  private NewEditor editor(Staff.Person person) {
    return new NewEditor(person.email(), person.name(), person.roles(), seats(person), null);
  }

  private Set<UUID> seats(Staff.Person person) {
    return person.desks().stream()
        .flatMap(slug -> desks.find(slug).stream())
        .map(Desk::id)
        .collect(toSet());
  }
}
