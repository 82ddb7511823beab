package org.tipline.account;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to sign in.
 *
 * @param desks whose tips they are told of; may be empty
 * @param password null: they sign in by link only
 */
public record NewEditor(
    String email, String name, Set<Role> roles, Set<UUID> desks, @Nullable String password) {

  private static final Pattern MAILBOX =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*");

  public NewEditor {
    email = email.strip().toLowerCase(Locale.ROOT);
    name = name.strip();
    roles = Set.copyOf(roles);
    desks = Set.copyOf(desks);
    if (email.length() > 254 || !MAILBOX.matcher(email).matches()) {
      throw new BadEditor("Write the email address as name@example.org.");
    }
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw new BadEditor("Write a name of 1 to 100 characters.");
    }
    if (roles.isEmpty()) {
      throw new BadEditor("Choose at least one role.");
    }
    if (password != null) {
      Passwords.check(password);
    }
  }

  @Override
  public String toString() {
    return "NewEditor" + roles;
  }
}
