package org.tipline.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    open(List.of(submission));
  }

  /** A tip for each, all in the same few statements. */
  void open(List<Submission> submissions) {
    var desk = desks.first().id();
    var remarks = screening.look(desk, submissions);
    var references = unusedReferences(submissions.size()).iterator();
    var opened = new ArrayList<Tip>();
    var links = new HashMap<UUID, UUID>();
    var lines = new ArrayList<History.Line>();
    for (var submission : submissions) {
      var tip = Tip.open(references.next(), desk, submission);
      opened.add(tip);
      links.put(submission.id(), tip.id());
      lines.add(line(tip, Origin.READER, "opened", "from " + submission.medium().label()));
      lines.addAll(remember(tip, remarks.getOrDefault(submission.id(), List.of())));
    }
    keep(opened, links, lines);
  }

  private void keep(List<Tip> opened, Map<UUID, UUID> tipOf, List<History.Line> lines) {
    tips.saveAllAndFlush(opened);
    links.add(tipOf);
    times.begin(opened);
    history.add(lines);
    events.publishEvent(
        new TipsOpened(opened.stream().map(tip -> new TipOpened(tip.id(), tip.deskId())).toList()));
  }

  /** A thousand million references: a collision is rare, and the unique key is the last word. */
  private Set<Reference> unusedReferences(int number) {
    var unused = new LinkedHashSet<Reference>();
    while (unused.size() < number) {
      unused.add(Reference.random());
      if (unused.size() == number) {
        unused.removeAll(links.taken(unused));
      }
    }
    return unused;
  }

  void addTo(Tip tip, Submission submission) {
    tip.receive(submission);
    var lines = new ArrayList<>(List.of(line(tip, Origin.READER, "received more", null)));
    var remarks = screening.look(tip.deskId(), List.of(submission));
    lines.addAll(remember(tip, remarks.getOrDefault(submission.id(), List.of())));
    tips.saveAndFlush(tip);
    links.add(tip.id(), submission.id());
    times.follow(tip);
    history.add(lines);
    events.publishEvent(new TipChanged(tip.id()));
  }

  private static List<History.Line> remember(Tip tip, List<String> remarks) {
    remarks.forEach(tip::find);
    return remarks.stream().map(remark -> line(tip, Origin.RULE, "screened", remark)).toList();
  }

  private static History.Line line(Tip tip, Origin origin, String action, @Nullable String detail) {
    return new History.Line(tip.id(), origin, null, action, detail);
  }
}
