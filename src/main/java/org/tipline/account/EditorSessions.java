package org.tipline.account;

import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where an editor is signed in. */
@Component
class EditorSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  EditorSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  void endAll(UUID editor) {
    sessions.findByPrincipalName(editor.toString()).keySet().forEach(sessions::deleteById);
  }

  /** All but the one that asks. */
  void endOthers(UUID editor, String session) {
    sessions.findByPrincipalName(editor.toString()).keySet().stream()
        .filter(id -> !id.equals(session))
        .forEach(sessions::deleteById);
  }
}
