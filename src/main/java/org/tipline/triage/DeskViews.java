package org.tipline.triage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.ListCounts;
import org.tipline.moderation.ListCounts.ListCount;
import org.tipline.moderation.TipFilter;

/** The saved views as the left side shows them: how many tips each has, or why it has none. */
@Component("deskViews")
class DeskViews {

  private final ListCounts counts;
  private final Filters filters;
  private final Texts texts;
  private final Me me;

  DeskViews(ListCounts counts, Filters filters, Texts texts, Me me) {
    this.counts = counts;
    this.filters = filters;
    this.texts = texts;
    this.me = me;
  }

  public List<Shown> all(Around around) {
    var lists = lists(around);
    return shown(lists, counts.of(me.seats().sight(), counted(lists)));
  }

  /** What is to be counted of the views that stand around a page. */
  List<Counted> lists(Around around) {
    return around.views().stream().map(view -> list(view, problem(view, around))).toList();
  }

  private Counted list(SavedView view, String problem) {
    return problem.isEmpty() && view.query().q() == null
        ? new Counted(view, problem, filters.read(view.query()))
        : new Counted(view, problem, null);
  }

  static List<TipFilter> counted(List<Counted> lists) {
    return lists.stream().map(Counted::filter).filter(Objects::nonNull).toList();
  }

  /** With what was counted of them. */
  static List<Shown> shown(List<Counted> lists, List<ListCount> counts) {
    var found = counts.iterator();
    return lists.stream()
        .map(
            list ->
                new Shown(list.view(), list.problem(), list.filter() == null ? null : found.next()))
        .toList();
  }

  /** Why the list cannot be, empty when it can. */
  private String problem(SavedView view, Around around) {
    if (!view.knownTag()) {
      return texts.of("desk.views.gone.tag");
    }
    try {
      filters.read(view.query());
      Filters.check(view.query(), around);
      return "";
    } catch (BadFilter gone) {
      return texts.of(around.has(view.query().desk()) ? "desk.views.gone" : "desk.views.gone.desk");
    }
  }

  /**
   * One of them, before it is counted.
   *
   * @param filter null where nobody counts, as with words to look for
   */
  record Counted(SavedView view, String problem, @Nullable TipFilter filter) {}

  /**
   * One of them.
   *
   * @param problem a word or two, empty when there is none
   * @param count null where nobody counts, as with words to look for
   */
  record Shown(SavedView view, String problem, @Nullable ListCount count) {

    public String address() {
      return view.query().on("/desk");
    }

    public boolean isOpen(QueueQuery query) {
      return view.query().equals(query.from(null));
    }

    /** {@code 12}, {@code 99+}, or nothing. */
    public String figure() {
      if (count == null) {
        return "";
      }
      return Math.min(count.hits(), ListCounts.MOST) + (count.isMore() ? "+" : "");
    }
  }
}
