package org.tipline.admin;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;

/** What an administrator typed about somebody to invite; a field that did not arrive is empty. */
record InvitationForm(
    @Nullable String email,
    @Nullable String name,
    @Nullable Set<@Nullable Role> roles,
    @Nullable Set<@Nullable UUID> desks) {

  static final InvitationForm EMPTY = new InvitationForm("", "", Set.of(Role.EDITOR), Set.of());

  NewEditor wanted() {
    return new NewEditor(
        Objects.requireNonNullElse(email, ""),
        Objects.requireNonNullElse(name, ""),
        given(roles),
        given(desks),
        null);
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
    return "InvitationForm[REDACTED]";
  }
}
