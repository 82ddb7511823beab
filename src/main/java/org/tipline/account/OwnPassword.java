package org.tipline.account;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tipline.account.BadPassword.Reason;

/** An editor's own password, changed by themselves. */
@Service
class OwnPassword {

  private static final Logger log = LoggerFactory.getLogger(OwnPassword.class);

  private final Editors editors;
  private final NewPasswords passwords;
  private final EditorSessions sessions;

  OwnPassword(Editors editors, NewPasswords passwords, EditorSessions sessions) {
    this.editors = editors;
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /** False: they sign in by link only. */
  boolean isSet(UUID editor) {
    return editors.passwordHash(editor).isPresent();
  }

  /**
   * Changes it and ends every other session of theirs.
   *
   * @param session the id of the session that stays
   * @throws BadPassword when the old one is wrong, or the new one will not do
   */
  void change(UUID editor, String old, String fresh, String session) {
    require(editor, old);
    if (old.equals(fresh)) {
      throw new BadPassword(Reason.SAME);
    }
    editors.keepPassword(editor, fresh);
    sessions.endOthers(editor, session);
    log.info("Editor {} changed their password", editor);
  }

  /**
   * Costs a quarter of a second.
   *
   * @throws BadPassword when it is not the one they have
   */
  void require(UUID editor, String password) {
    passwords.require(
        password, editors.passwordHash(editor).orElseThrow(() -> new BadPassword(Reason.WRONG)));
  }
}
