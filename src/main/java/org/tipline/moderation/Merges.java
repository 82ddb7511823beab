package org.tipline.moderation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Editors;
import org.tipline.account.Seats;

/** Makes one tip of several about the same thing; every submission is kept, and they can part. */
@Service
@Transactional
public class Merges {

  private final ActOnTip acts;
  private final Tips tips;
  private final Editors editors;
  private final Clock clock;

  Merges(ActOnTip acts, Tips tips, Editors editors, Clock clock) {
    this.acts = acts;
    this.tips = tips;
    this.editors = editors;
    this.clock = clock;
  }

  /**
   * Merges all into the one that was opened first, and at its desk, or none of them.
   *
   * @param picked at least two acts with the same id, one a tip
   * @return the reference of the tip they are in now
   * @throws UnknownTip when one is not there, or not theirs to see
   * @throws StaleTip when one has changed since
   * @throws BadDecision when there are too few or too many, or one is part of another already
   */
  public String merge(List<Act> picked) {
    var parts = parts(picked);
    requireAll(picked, parts);
    if (parts.size() < 2 || parts.size() > Bulk.MOST) {
      throw new BadDecision("Select two tips to merge, or more, up to " + Bulk.MOST + ".");
    }
    parts.forEach(part -> part.act().by().requireWork(part.tip().deskId()));
    var into = parts.getFirst();
    var others = parts.subList(1, parts.size());
    acts.carryOut(
        into.act(), into.tip(), "merged in", references(others), tip -> takeIn(tip, others));
    return into.tip().reference();
  }

  /** In the order of their ids, which is the order of opening, and in which all locks are taken. */
  private List<Part> parts(List<Act> picked) {
    var bySymbols =
        picked.stream()
            .collect(
                Collectors.toMap(act -> symbols(act.reference()), act -> act, (one, _) -> one));
    return tips.findAllByReferenceInOrderById(bySymbols.keySet()).stream()
        .flatMap(
            tip ->
                Stream.ofNullable(bySymbols.get(symbols(tip.reference())))
                    .filter(act -> act.by().sees(tip.deskId()))
                    .map(act -> new Part(tip, act)))
        .toList();
  }

  private static void requireAll(List<Act> picked, List<Part> parts) {
    var found = parts.stream().map(part -> symbols(part.tip().reference())).toList();
    picked.stream()
        .filter(act -> !found.contains(symbols(act.reference())))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new UnknownTip(missing.reference());
            });
  }

  private static String symbols(String reference) {
    return Reference.parse(reference).orElseThrow(() -> new UnknownTip(reference)).symbols();
  }

  private void takeIn(Tip into, List<Part> others) {
    for (var other : others) {
      acts.carryOut(
          other.act(),
          other.tip(),
          "merged",
          "into " + into.reference(),
          tip -> tip.mergeInto(into, other.act().editor(), this::name));
    }
  }

  private static String references(List<Part> parts) {
    var shown = parts.stream().limit(20).map(part -> part.tip().reference());
    var more = parts.size() > 20 ? " and " + (parts.size() - 20) + " more" : "";
    return shown.collect(Collectors.joining(", ")) + more;
  }

  /** Makes a merged tip one of its own again, waiting from now; one that is not merged stays. */
  public void separate(String reference, Seats me) {
    var tip = acts.tip(me, reference);
    var into = tip.mergedInto();
    if (into == null) {
      return;
    }
    tips.separate(tip);
    tip.waitFrom(clock.instant());
    var other = tips.findById(into).orElseThrow();
    acts.record(tip, me.editor(), "separated", "from " + other.reference());
    acts.record(other, me.editor(), "parted with", tip.reference());
  }

  private String name(UUID editor) {
    return editors.find(editor).orElseThrow().name();
  }

  private record Part(Tip tip, Act act) {}
}
