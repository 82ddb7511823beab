package org.tipline.reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.Mark;
import org.tipline.moderation.Queue;
import org.tipline.submission.Submission;
import org.tipline.submission.Submissions;

/**
 * Who is told that their tip has come. Not a machine; not the form's reader, who has read it on the
 * page, and whose address may be anybody's: a form that writes to it is a mail bomb; and not who
 * asked to hear nothing.
 */
@Component
class Acknowledged {

  /** Whoever sends the same words again has been told, or is a machine. */
  private static final Duration REPEATED_WITHIN = Duration.ofHours(24);

  private final Queue queue;
  private final Submissions submissions;
  private final OptOuts optOuts;
  private final OwnAnswers answers;

  Acknowledged(Queue queue, Submissions submissions, OptOuts optOuts, OwnAnswers answers) {
    this.queue = queue;
    this.submissions = submissions;
    this.optOuts = optOuts;
    this.answers = answers;
  }

  /** The message to be answered, if it is to be. */
  Optional<Submission> of(UUID tip) {
    return Optional.ofNullable(queue.firstSubmissions(List.of(tip)).get(tip))
        .flatMap(submissions::find)
        .filter(first -> !first.marks().contains(Mark.AUTOMATIC))
        .filter(answers::isFromPerson)
        .filter(first -> !isRepeated(first))
        .filter(first -> !optOuts.isOptedOut(first.id()));
  }

  private boolean isRepeated(Submission first) {
    return !submissions.findSameWords(List.of(first), REPEATED_WITHIN).isEmpty();
  }
}
