package org.tipline.account;

import java.time.Clock;
import java.util.UUID;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the editor who signs in; anyone who may not is as unknown as a stranger. */
@Component
class WhoSignsIn implements UserDetailsService {

  private final Editors editors;
  private final Clock clock;

  WhoSignsIn(Editors editors, Clock clock) {
    this.editors = editors;
    this.clock = clock;
  }

  /** By email address and password. */
  @Override
  public SignedInEditor loadUserByUsername(String email) {
    var editor = editors.find(email).orElseThrow(WhoSignsIn::unknown);
    var hash = editors.passwordHash(editor.id()).orElseThrow(WhoSignsIn::unknown);
    return new SignedInEditor(editor, hash, clock.instant());
  }

  /** By link, which stands for an id. */
  SignedInEditor byId(String id) {
    return editors
        .find(UUID.fromString(id))
        .filter(Editor::enabled)
        .map(editor -> new SignedInEditor(editor, null, clock.instant()))
        .orElseThrow(WhoSignsIn::unknown);
  }

  private static UsernameNotFoundException unknown() {
    return new UsernameNotFoundException("nobody signs in by that name");
  }
}
