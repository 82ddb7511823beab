package org.tipline.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.submission.Attachment;
import org.tipline.submission.Submission;

/**
 * What the reader said.
 *
 * @param sentAt the provider's time, null when it names none
 * @param language {@code en}, {@code sw}, {@code mul} for both in one text; null: nobody can tell
 */
record SubmissionJson(
    UUID id,
    String externalId,
    @Nullable Instant sentAt,
    Instant receivedAt,
    String text,
    @Nullable String language,
    List<AttachmentJson> attachments) {

  static SubmissionJson of(Submission submission) {
    return new SubmissionJson(
        submission.id(),
        submission.externalId(),
        submission.sentAt(),
        submission.receivedAt(),
        submission.text(),
        submission.language().code(),
        submission.attachments().stream().map(AttachmentJson::of).toList());
  }

  /** A file that came with it; {@code bytes} is null until it is stored. */
  record AttachmentJson(
      UUID id,
      @Nullable String name,
      @Nullable String type,
      @Nullable Long bytes,
      Attachment.State state) {

    static AttachmentJson of(Attachment file) {
      return new AttachmentJson(file.id(), file.name(), file.type(), file.bytes(), file.state());
    }
  }
}
