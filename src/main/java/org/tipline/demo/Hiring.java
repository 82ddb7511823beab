package org.tipline.demo;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.SeatRole;

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

  /** Returns all of them; the first may do everything. */
  List<Editor> hire() throws IOException {
    var staff = Staff.read(seeds.staff());
    staff.desks().forEach(desk -> desks.open(desk.slug(), desk.name()));
    return staff.editors().stream().map(this::hire).toList();
  }

  private Editor hire(Staff.Person person) {
    return editors.find(person.email()).orElseGet(() -> editors.create(editor(person)));
  }

  private NewEditor editor(Staff.Person person) {
    return new NewEditor(person.email(), person.name(), person.roles(), seats(person), null);
  }

  private Map<UUID, SeatRole> seats(Staff.Person person) {
    return person.seats().entrySet().stream()
        .collect(toMap(seat -> desks.find(seat.getKey()).orElseThrow().id(), Map.Entry::getValue));
  }
}
