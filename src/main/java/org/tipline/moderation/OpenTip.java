package org.tipline.moderation;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.submission.Submission;

/** Opens tips and adds to them, with screening, history and the word to the other rooms. */
@Component
class OpenTip {

  private final Tips tips;
  private final TipLinks links;
  private final Screening screening;
  private final History history;
  private final TipTimes times;
  private final Desks desks;
  private final ApplicationEventPublisher events;

  OpenTip(
      Tips tips,
      TipLinks links,
      Screening screening,
      History history,
      TipTimes times,
      Desks desks,
      ApplicationEventPublisher events) {
    this.tips = tips;
    this.links = links;
    this.screening = screening;
    this.history = history;
    this.times = times;
    this.desks = desks;
    this.events = events;
  }

  void open(Submission submission) {
    var tip = Tip.open(unusedReference(), desks.first().id(), submission);
    tips.saveAndFlush(tip);
    links.add(tip.id(), submission.id());
    times.follow(tip);
    history.add(tip.id(), Origin.READER, null, "opened", "from " + submission.medium().label());
    screening.screen(tip, submission);
    events.publishEvent(new TipOpened(tip.id(), tip.deskId()));
  }

  /** A thousand million references: a collision is rare, and the unique key is the last word. */
  private Reference unusedReference() {
    return Stream.generate(Reference::random)
        .filter(Predicate.not(links::isTaken))
        .findFirst()
        .orElseThrow();
  }

  void addTo(Tip tip, Submission submission) {
    tip.receive(submission);
    tips.saveAndFlush(tip);
    links.add(tip.id(), submission.id());
    times.follow(tip);
    history.add(tip.id(), Origin.READER, null, "received more", null);
    screening.screen(tip, submission);
    events.publishEvent(new TipChanged(tip.id()));
  }
}
