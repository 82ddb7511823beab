package org.tipline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.ListCounts;
import org.tipline.moderation.ListCounts.ListCount;

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
    var all = around.views();
    var problems = all.stream().map(view -> problem(view, around)).toList();
    var counted = new ArrayList<SavedView>();
    for (var n = 0; n < all.size(); n++) {
      if (problems.get(n).isEmpty() && all.get(n).query().q() == null) {
        counted.add(all.get(n));
      }
    }
    var found =
        counts
            .of(
                me.seats().sight(),
                counted.stream().map(view -> filters.read(view.query())).toList())
            .iterator();
    var shown = new ArrayList<Shown>();
    for (var n = 0; n < all.size(); n++) {
      var count = counted.contains(all.get(n)) ? found.next() : null;
      shown.add(new Shown(all.get(n), problems.get(n), count));
    }
    return shown;
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
