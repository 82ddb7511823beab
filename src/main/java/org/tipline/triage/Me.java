package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tipline.account.Seats;
import org.tipline.account.SignedIn;

/** Who sits before the page that is being made, for the bar on top and for "you are on it". */
@Component("me")
class Me {

  private final HttpServletRequest request;

  Me(HttpServletRequest request) {
    this.request = request;
  }

  public @Nullable UUID id() {
    var me = me();
    return me == null ? null : me.editorId();
  }

  public Seats seats() {
    var me = me();
    return me == null ? Seats.NOBODY : me.seats();
  }

  public String name() {
    var me = me();
    return me == null ? "" : me.editorName();
  }

  /** {@code AO} for Achieng Otieno. */
  public String initials() {
    return Stream.of(name().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  public boolean isAdmin() {
    return request.isUserInRole("ADMIN");
  }

  private @Nullable SignedIn me() {
    return request.getUserPrincipal() instanceof Authentication who
            && who.getPrincipal() instanceof SignedIn me
        ? me
        : null;
  }
}
