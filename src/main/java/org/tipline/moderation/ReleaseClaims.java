package org.tipline.moderation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.account.EditorDisabled;
import org.tipline.account.SeatChanged;

/** Frees what an editor held who may not work on it any more: nobody else could. */
@Component
class ReleaseClaims {

  private final Tips tips;
  private final ActOnTip acts;

  ReleaseClaims(Tips tips, ActOnTip acts) {
    this.tips = tips;
    this.acts = acts;
  }

  @EventListener
  void on(EditorDisabled disabled) {
    for (var tip : tips.findAllByClaimedByOrderById(disabled.editorId())) {
      tip.release(disabled.editorId());
      acts.record(tip, null, "released", "the editor was disabled");
    }
  }

  @EventListener
  void on(SeatChanged changed) {
    if (changed.isWorking()) {
      return;
    }
    var editor = changed.editorId();
    for (var tip : tips.findAllByClaimedByAndDeskIdOrderById(editor, changed.deskId())) {
      tip.release(editor);
      acts.record(tip, null, "released", "the editor does not work at this desk any more");
    }
  }
}
