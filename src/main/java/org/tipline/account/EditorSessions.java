package org.tipline.account;

import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where an editor is signed in. What ends here ends on every open page, too. */
@Component
class EditorSessions {

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Seating seating;

  EditorSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Seating seating) {
    this.sessions = sessions;
    this.seating = seating;
  }

  void endAll(UUID editor) {
    sessions.findByPrincipalName(editor.toString()).keySet().forEach(sessions::deleteById);
    seating.tell(editor);
  }

  /** All but the one that asks. */
  void endOthers(UUID editor, String session) {
    sessions.findByPrincipalName(editor.toString()).keySet().stream()
        .filter(id -> !id.equals(session))
        .forEach(sessions::deleteById);
    seating.tell(editor);
  }
}
