package org.tipline.admin;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;

/** What an administrator typed about somebody new; a field that did not arrive is empty. */
record EditorForm(
    @Nullable String email,
    @Nullable String name,
    @Nullable Set<@Nullable Role> roles,
    @Nullable Set<@Nullable UUID> desks,
    @Nullable String password) {

  static final EditorForm EMPTY = new EditorForm("", "", Set.of(Role.EDITOR), Set.of(), "");

  /** Who signs in with the password that was typed. */
  NewEditor wanted() {
    return withPassword(Objects.requireNonNullElse(password, ""));
  }

  /** Who chooses a password of their own. */
  NewEditor invited() {
    return withPassword(null);
  }

  private NewEditor withPassword(@Nullable String chosen) {
    return new NewEditor(
        Objects.requireNonNullElse(email, ""),
        Objects.requireNonNullElse(name, ""),
        given(roles),
        given(desks),
        chosen);
  }

  /** A blank value arrives as none at all. */
  private static <T> Set<T> given(@Nullable Set<@Nullable T> values) {
    return values == null
        ? Set.of()
        : values.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
  }

  public boolean hasRole(Role role) {
    return roles != null && roles.contains(role);
  }

  public boolean hasDesk(UUID desk) {
    return desks != null && desks.contains(desk);
  }

  @Override
  public String toString() {
    return "EditorForm[REDACTED]";
  }
}
