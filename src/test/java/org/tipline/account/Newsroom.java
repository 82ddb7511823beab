package org.tipline.account;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes editors nobody else in the tests knows. */
public final class Newsroom {

  private static final AtomicInteger count = new AtomicInteger();

  private Newsroom() {}

  public static Editor editor(Editors editors, Role... roles) {
    return editor(editors, null, roles);
  }

  /** Works at every desk there is. */
  public static Seats seats(UUID editor, Desks desks) {
    return new Seats(
        editor, desks.all().stream().collect(Collectors.toMap(Desk::id, _ -> SeatRole.EDITOR)));
  }

  /** {@code password} costs a quarter of a second; null: signs in by link only. */
  static Editor editor(Editors editors, @Nullable String password, Role... roles) {
    var number = count.incrementAndGet();
    return editors.create(
        new NewEditor(
            "editor" + number + "@example.org",
            "Editor " + number,
            Set.of(roles),
            Set.<UUID>of(),
            password));
  }
}
