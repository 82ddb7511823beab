package org.tipline.account;

import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to sign in.
 *
 * @param seats where they sit, by desk; may be empty
 * @param password null: they sign in by link only
 */
public record NewEditor(
    String email,
    String name,
    Set<Role> roles,
    Map<UUID, SeatRole> seats,
    @Nullable String password) {

  private static final Pattern MAILBOX =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*");

  public NewEditor {
    email = email.strip().toLowerCase(Locale.ROOT);
    name = name.strip();
    roles = Set.copyOf(roles);
    seats = Map.copyOf(seats);
    if (email.length() > 254 || !MAILBOX.matcher(email).matches()) {
      throw new BadEditor("Write the email address as name@example.org.");
    }
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw new BadEditor("Write a name of 1 to 100 characters.");
    }
    if (roles.isEmpty() && seats.isEmpty()) {
      throw new BadEditor("Choose at least one role, or a desk.");
    }
    if (password != null) {
      Passwords.check(password);
    }
  }

  /** Who edits at each of these desks. */
  public NewEditor(
      String email, String name, Set<Role> roles, Set<UUID> desks, @Nullable String password) {
    this(email, name, roles, asEditor(desks), password);
  }

  private static Map<UUID, SeatRole> asEditor(Set<UUID> desks) {
    return desks.stream().collect(toMap(Function.identity(), _ -> SeatRole.EDITOR));
  }

  @Override
  public String toString() {
    return "NewEditor" + roles;
  }
}
