package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.moderation.Queue;
import org.tipline.moderation.UnknownTip;

/** Puts together what the desk's pages show. */
@Component
class Screens {

  private final Queue queue;
  private final Waiting waiting;
  private final Filters filters;
  private final TriageSettings settings;

  Screens(Queue queue, Waiting waiting, Filters filters, TriageSettings settings) {
    this.queue = queue;
    this.waiting = waiting;
    this.filters = filters;
    this.settings = settings;
  }

  ModelAndView queue(QueueQuery query) {
    return withList("desk/queue", query);
  }

  ModelAndView tip(String reference, QueueQuery query) {
    var view = queue.find(reference).orElseThrow(() -> new UnknownTip(reference));
    return withList("desk/tip", query).addObject("view", view).addObject("tip", view.tip());
  }

  /** The tip's page again, with what is wrong and what was typed. */
  ModelAndView tip(String reference, HttpStatus status, @Nullable String problem, Typed typed) {
    var screen = tip(reference, QueueQuery.QUEUE);
    screen.setStatus(status);
    return screen.addObject("problem", problem).addObject("typed", typed);
  }

  ModelAndView problem(HttpStatus status, @Nullable String sentence) {
    var screen = new ModelAndView("desk/problem").addObject("sentence", sentence);
    screen.setStatus(status);
    return screen;
  }

  private ModelAndView withList(String name, QueueQuery query) {
    return new ModelAndView(name)
        .addObject("query", query)
        .addObject("page", queue.page(filters.read(query), query.after(), settings.pageSize()))
        .addObject("waiting", waiting.now())
        .addObject("settings", settings);
  }
}
