package org.tipline.account;

import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes passkeys away; with the last one go the recovery codes, and the second step is off. */
@Service
public class PasskeyRemoval {

  private static final Logger log = LoggerFactory.getLogger(PasskeyRemoval.class);

  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final EditorSessions sessions;

  PasskeyRemoval(Passkeys passkeys, RecoveryCodes codes, EditorSessions sessions) {
    this.passkeys = passkeys;
    this.codes = codes;
    this.sessions = sessions;
  }

  /** The editors who have any. */
  public Set<UUID> owners() {
    return passkeys.owners();
  }

  /**
   * Takes a lost second step away from an editor and ends their sessions.
   *
   * @param by the administrator who says so
   * @return false when they had none
   */
  @Transactional
  public boolean removeAll(UUID editor, UUID by) {
    if (!passkeys.removeAll(editor)) {
      return false;
    }
    codes.removeAll(editor);
    sessions.endAll(editor);
    log.info("Editor {} took the passkeys of editor {} away", by, editor);
    return true;
  }

  /**
   * Removes one of an editor's own and ends their other sessions.
   *
   * @param session the id of the session that stays
   * @return false when it is none of theirs, or no more
   */
  @Transactional
  boolean remove(UUID editor, UUID id, String session) {
    if (!passkeys.remove(editor, id)) {
      return false;
    }
    if (passkeys.of(editor).isEmpty()) {
      codes.removeAll(editor);
    }
    sessions.endOthers(editor, session);
    log.info("Editor {} removed a passkey", editor);
    return true;
  }
}
