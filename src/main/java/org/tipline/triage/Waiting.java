package org.tipline.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipFilter;

/** How much waits at each desk and since when: in sight on every page. */
@Component
class Waiting {

  private final Desks desks;
  private final Queue queue;

  Waiting(Desks desks, Queue queue) {
    this.desks = desks;
    this.queue = queue;
  }

  Board now() {
    var waiting = queue.waiting();
    return new Board(
        desks.all().stream()
            .map(desk -> line(desk, waiting.getOrDefault(desk.slug(), 0)))
            .toList());
  }

  private Line line(Desk desk, int tips) {
    return new Line(desk.slug(), desk.name(), tips, tips == 0 ? null : oldest(desk.slug()));
  }

  private @Nullable Instant oldest(String desk) {
    var first = queue.page(new TipFilter(true, null, null, desk, null), null, 1).tips();
    return first.isEmpty() ? null : first.getFirst().queuedAt();
  }

  /** All desks at one moment. */
  record Board(List<Line> desks) {

    public int tips() {
      return desks.stream().mapToInt(Line::tips).sum();
    }
  }

  /**
   * One desk.
   *
   * @param oldest since when its longest waiting tip waits, null when nothing waits
   */
  record Line(String slug, String name, int tips, @Nullable Instant oldest) {}
}
