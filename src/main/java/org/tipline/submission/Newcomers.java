package org.tipline.submission;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes in, many at a time, what people send who never wrote before: of a flood that is most, and
 * one by one each would cost two dozen statements.
 */
@Component
public class Newcomers {

  private final NewReaders readers;
  private final SubmissionInsert insert;
  private final Submissions submissions;
  private final ApplicationEventPublisher events;

  Newcomers(
      NewReaders readers,
      SubmissionInsert insert,
      Submissions submissions,
      ApplicationEventPublisher events) {
    this.readers = readers;
    this.insert = insert;
    this.submissions = submissions;
    this.events = events;
  }

  /**
   * Keeps those of the {@linkplain Incoming#isPlain plain} messages whose reader is new, inside the
   * caller's transaction, and publishes {@link FirstSubmissions}. Those come back; all others are
   * as they were.
   */
  public List<Incoming> add(List<Incoming> plain) {
    var made = readers.make(plain);
    var kept = insert.insert(made.stream().map(NewReader::submission).toList());
    if (!kept.isEmpty()) {
      events.publishEvent(new FirstSubmissions(submissions.findAll(kept)));
    }
    return made.stream().map(NewReader::incoming).toList();
  }
}
