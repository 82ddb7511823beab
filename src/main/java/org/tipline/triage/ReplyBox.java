package org.tipline.triage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.reply.ReplyDraft;

/**
 * The reply box of one tip for one editor.
 *
 * @param form the form's own id
 * @param seen how many messages the page shows
 * @param words what is in it
 * @param others what colleagues are writing
 * @param typed what was not sent just now, null: nothing went wrong
 */
record ReplyBox(
    ReplyWay way,
    UUID form,
    int seen,
    String words,
    List<ReplyDraft> others,
    @Nullable TypedReply typed) {

  public boolean isOpen() {
    return typed != null || !words.isEmpty();
  }

  /** What the words cost by SMS, null where nobody counts. */
  public @Nullable SegmentCount count() {
    return way.rules().countsSegments() ? SegmentCount.of(words) : null;
  }

  /** As how many SMS the editor sees it go, on this page. */
  public int parts() {
    var count = count();
    return count == null ? 0 : count.parts();
  }

  public @Nullable String problem() {
    return typed == null ? null : typed.problem();
  }

  public boolean isPicked(String template) {
    return typed != null && template.equals(typed.form().template());
  }

  public String variable(String template, int index) {
    return typed == null ? "" : typed.form().variable(template, index);
  }
}
