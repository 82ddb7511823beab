package org.tipline.triage;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.moderation.Bulk;
import org.tipline.moderation.CountedPages;

/** Puts the list of a screen into it, with the saved views and their counts. */
@Component
class DeskLists {

  private final CountedPages pages;
  private final DeskViews views;
  private final Filters filters;
  private final TriageSettings settings;
  private final Me me;

  DeskLists(CountedPages pages, DeskViews views, Filters filters, TriageSettings settings, Me me) {
    this.pages = pages;
    this.views = views;
    this.filters = filters;
    this.settings = settings;
    this.me = me;
  }

  ModelAndView addTo(ModelAndView screen, QueueQuery query, Around around) {
    var lists = views.lists(around);
    var found =
        pages.of(
            me.seats().sight(),
            filters.read(query),
            query.after(),
            query.isInLongPages() ? Bulk.MOST : settings.pageSize(),
            DeskViews.counted(lists));
    return screen
        .addObject("page", found.page())
        .addObject("views", DeskViews.shown(lists, found.counts()));
  }
}
