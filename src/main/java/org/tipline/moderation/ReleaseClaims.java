package org.tipline.moderation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.account.EditorDisabled;

/** Frees what an editor held who is not let in any more: nobody else could. */
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
}
