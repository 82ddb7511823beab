package org.tipline.admin;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.account.NewApiToken;

/** What an administrator typed about a new token; a field that did not arrive is empty. */
record ApiTokenForm(@Nullable String name, @Nullable String desk) {

  static final ApiTokenForm EMPTY = new ApiTokenForm("", "");

  NewApiToken wanted(UUID madeBy) {
    return new NewApiToken(
        Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(desk, ""), madeBy);
  }
}
