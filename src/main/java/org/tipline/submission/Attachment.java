package org.tipline.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a submission.
 *
 * @param name as the sender called it: shown as text, never a path
 * @param type the type its bytes show; until STORED the sender's claim
 * @param bytes null until STORED
 * @param sha256 its name in the media store, null until STORED
 * @param failure why it is pending or lost, in words for an editor
 */
public record Attachment(
    UUID id,
    UUID submissionId,
    @Nullable String name,
    @Nullable String type,
    @Nullable Long bytes,
    @Nullable String sha256,
    State state,
    @Nullable String failure) {

  /** Where the file's bytes are. */
  public enum State {
    /** Still at the provider; we are fetching it. */
    PENDING,
    /** In the media store. */
    STORED,
    /** Not to be had any more. */
    LOST
  }

  public boolean isStored() {
    return state == State.STORED;
  }

  public boolean isImage() {
    return type != null && type.startsWith("image/");
  }
}
