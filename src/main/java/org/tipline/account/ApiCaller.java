package org.tipline.account;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that reads the API, by its token; what controllers ask for with
 * {@code @AuthenticationPrincipal}.
 *
 * @param name what it is called in records; never the token
 * @param desk the only desk it sees, null: it sees them all
 */
public record ApiCaller(String name, @Nullable Desk desk) implements Principal {

  @Override
  public String getName() {
    return name;
  }

  public Sight sight() {
    return desk == null ? Sight.EVERYWHERE : new Sight(Set.of(desk.id()));
  }

  /** Whether it may know of what is at the desk of that slug. */
  public boolean sees(String slug) {
    return desk == null || desk.slug().equals(slug);
  }
}
