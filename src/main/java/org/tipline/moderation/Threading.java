package org.tipline.moderation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.submission.Submission;
import org.tipline.submission.Submissions;

/**
 * Which tip a submission goes on with. What it names comes first, whatever its age; then what its
 * reader is talking about. Naming another reader's tip never joins it: whoever does that gets a tip
 * of their own, and {@link ClaimedReply} says so.
 */
@Component
class Threading {

  /**
   * Where people write in bubbles, from an address the channel vouches for. A web form is a whole
   * story and its contact only typed: joining by it would let a stranger write into somebody else's
   * tip.
   */
  private static final Set<Medium> CONVERSATIONS =
      EnumSet.of(Medium.SMS, Medium.WHATSAPP, Medium.EMAIL);

  /** Where an answer seldom names what it answers; mail programs always do. */
  private static final Set<Medium> NAMELESS = EnumSet.of(Medium.SMS, Medium.WHATSAPP);

  private final Submissions submissions;
  private final TipLinks links;
  private final ReplyThreads threads;
  private final ModerationSettings settings;

  Threading(
      Submissions submissions, TipLinks links, ReplyThreads threads, ModerationSettings settings) {
    this.submissions = submissions;
    this.links = links;
    this.threads = threads;
    this.settings = settings;
  }

  /** The tip's id; empty when the submission opens one. */
  Optional<UUID> of(Submission submission) {
    var named = submission.repliedTo();
    return named == null ? conversation(submission) : named(submission, named);
  }

  private Optional<UUID> named(Submission submission, String name) {
    var own = ownMessage(submission, name).flatMap(links::tipOf);
    if (own.isPresent()) {
      return own;
    }
    var sent = threads.named(submission.channel(), name);
    return sent.isEmpty()
        ? conversation(submission)
        : sent.filter(reply -> reply.wentTo(submission.readerId())).map(ReplyThreads.Sent::tip);
  }

  /** The web form names one only for a reader who has shown its receipt code. */
  private Optional<UUID> ownMessage(Submission submission, String name) {
    if (submission.medium() == Medium.WEB) {
      return submissions.findByExternalId(submission.channel(), name);
    }
    return reader(submission)
        .flatMap(reader -> submissions.findByExternalId(submission.channel(), name, reader));
  }

  private Optional<UUID> conversation(Submission submission) {
    return reader(submission)
        .filter(_ -> CONVERSATIONS.contains(submission.medium()))
        .flatMap(reader -> conversation(submission, reader));
  }

  /** An answer of ours that is newer than their last word is what they answer. */
  private Optional<UUID> conversation(Submission submission, UUID reader) {
    var windowStart = submission.receivedAt().minus(settings.joinWindow());
    var answer = lastAnswer(submission, reader);
    var since = answer.map(ReplyThreads.Sent::at).filter(windowStart::isBefore).orElse(windowStart);
    return links
        .active(
            reader, submission.medium(), since, submission.receivedAt().plus(settings.joinWindow()))
        .or(() -> answer.map(ReplyThreads.Sent::tip));
  }

  private Optional<ReplyThreads.Sent> lastAnswer(Submission submission, UUID reader) {
    return NAMELESS.contains(submission.medium())
        ? threads.lastAnswer(
            reader, submission.medium(), submission.receivedAt().minus(settings.answerWindow()))
        : Optional.empty();
  }

  private static Optional<UUID> reader(Submission submission) {
    return Optional.ofNullable(submission.readerId());
  }
}
