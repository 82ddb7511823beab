package org.tipline.account;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes passkeys away. */
@Service
class PasskeyRemoval {

  private static final Logger log = LoggerFactory.getLogger(PasskeyRemoval.class);

  private final Passkeys passkeys;
  private final EditorSessions sessions;

  PasskeyRemoval(Passkeys passkeys, EditorSessions sessions) {
    this.passkeys = passkeys;
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
    sessions.endOthers(editor, session);
    log.info("Editor {} removed a passkey", editor);
    return true;
  }
}
