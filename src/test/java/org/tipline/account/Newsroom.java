package org.tipline.account;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes editors nobody else in the tests knows. */
public final class Newsroom {

  private static final AtomicInteger count = new AtomicInteger();

  private Newsroom() {}

  public static Editor editor(Editors editors, Role... roles) {
    return editor(editors, null, roles);
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
