package org.tipline.triage;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.submission.Attachment;
import org.tipline.submission.Submissions;

/** The one way to a file: it is stored, and a tip that the editor sees has it. */
@Component
class TipFiles {

  private final Submissions submissions;
  private final Queue queue;

  TipFiles(Submissions submissions, Queue queue) {
    this.submissions = submissions;
    this.queue = queue;
  }

  TipFile find(Sight sight, UUID id) {
    var attachment =
        submissions.findAttachment(id).filter(Attachment::isStored).orElseThrow(UnknownFile::new);
    var tip = queue.tipOfSubmission(sight, attachment.submissionId()).orElseThrow(UnknownFile::new);
    var sha256 = attachment.sha256();
    if (sha256 == null) {
      throw new UnknownFile();
    }
    return new TipFile(sha256, FileName.of(attachment, tip.reference()), served(attachment));
  }

  /** The tip whose submission a file came with. */
  TipRow tipOf(Sight sight, UUID id) {
    return submissions
        .findAttachment(id)
        .flatMap(attachment -> queue.tipOfSubmission(sight, attachment.submissionId()))
        .orElseThrow(UnknownFile::new);
  }

  private static MediaType served(Attachment attachment) {
    return SafeType.of(attachment.type())
        .map(SafeType::served)
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  /**
   * A file as it may leave.
   *
   * @param type of the safe list, else a plain stream of bytes
   */
  record TipFile(String sha256, FileName name, MediaType type) {}
}
