package org.tipline.account;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes passkeys away; with the last one go the recovery codes, and the second step is off. */
@Service
class PasskeyRemoval {

  private static final Logger log = LoggerFactory.getLogger(PasskeyRemoval.class);

  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final EditorSessions sessions;

  PasskeyRemoval(Passkeys passkeys, RecoveryCodes codes, EditorSessions sessions) {
    this.passkeys = passkeys;
    this.codes = codes;
    this.sessions = sessions;
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
