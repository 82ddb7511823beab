package org.tipline.triage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.moderation.Act;
import org.tipline.moderation.Queue;
import org.tipline.moderation.UnknownTip;

/** Puts together what the desk's pages show: the whole screen, or the part that htmx asks for. */
@Component
class Screens {

  private final Queue queue;
  private final Surroundings surroundings;
  private final Filters filters;
  private final Asked asked;
  private final DeskLists lists;
  private final Me me;

  Screens(
      Queue queue,
      Surroundings surroundings,
      Filters filters,
      Asked asked,
      DeskLists lists,
      Me me) {
    this.queue = queue;
    this.surroundings = surroundings;
    this.filters = filters;
    this.asked = asked;
    this.lists = lists;
    this.me = me;
  }

  ModelAndView queue(QueueQuery query) {
    return withList(framed("none"), query);
  }

  ModelAndView tip(String reference, QueueQuery query) {
    var view =
        queue.find(me.seats().sight(), reference).orElseThrow(() -> new UnknownTip(reference));
    var screen = asked.forTip() ? withAround(framed("tip"), query) : withList(framed("tip"), query);
    return screen
        .addObject("view", view)
        .addObject("tip", view.tip())
        .addObject("open", view.tip().reference())
        .addObject("mark", view.tip().mark(filters.read(query)))
        .addObject("act", Act.newId());
  }

  /** The tip's page again, with what is wrong and what was typed. */
  ModelAndView tip(
      String reference,
      QueueQuery query,
      HttpStatus status,
      @Nullable String problem,
      Typed typed,
      @Nullable Retry retry) {
    var screen = tip(reference, query);
    screen.setStatus(status);
    asked.keepAddress();
    return screen.addAllObjects(
        retry == null
            ? Map.of("problem", String.valueOf(problem), "typed", typed)
            : Map.of("problem", String.valueOf(problem), "typed", typed, "retry", retry));
  }

  /** The tip's page again, with a reply that was not sent. */
  ModelAndView tip(String reference, QueueQuery query, HttpStatus status, TypedReply typed) {
    var screen = tip(reference, query);
    screen.setStatus(status);
    asked.keepAddress();
    return screen.addObject("typedReply", typed);
  }

  /** What changes on a page that stays open. */
  ModelAndView live(QueueQuery query, @Nullable String open) {
    return withList(new ModelAndView("desk/live"), query)
        .addObject("open", open)
        .addObject("shown", open == null ? null : queue.row(me.seats().sight(), open).orElse(null));
  }

  /** A page of its own that is not about tips. */
  ModelAndView page(String view) {
    return new ModelAndView(view)
        .addObject("query", QueueQuery.QUEUE)
        .addObject("around", around());
  }

  /** What is wrong, where it does not take the place of what the editor has before them. */
  ModelAndView problem(HttpStatus status, @Nullable String sentence) {
    asked.keepAddress();
    var screen = new ModelAndView(problemView()).addObject("sentence", sentence);
    screen.setStatus(status);
    return screen;
  }

  private String problemView() {
    if (asked.forDesk()) {
      asked.keepScreen();
      return "desk/answer :: said";
    }
    return asked.forTip() ? "desk/answer :: problem" : "desk/problem";
  }

  /** The whole screen, or what htmx will put into it. */
  private ModelAndView framed(String part) {
    if (asked.forTip()) {
      return new ModelAndView("desk/answer :: " + part);
    }
    return new ModelAndView(asked.forDesk() ? "desk/answer :: desk" : "desk/desk");
  }

  private ModelAndView withList(ModelAndView screen, QueueQuery query) {
    return lists.addTo(screen, query, addAround(screen, query));
  }

  private ModelAndView withAround(ModelAndView screen, QueueQuery query) {
    addAround(screen, query);
    return screen;
  }

  private Around addAround(ModelAndView screen, QueueQuery query) {
    var around = around();
    Filters.check(query, around);
    screen.addObject("query", query).addObject("around", around).addObject("bulk", Act.newId());
    return around;
  }

  private Around around() {
    var around = surroundings.of(me.seats());
    asked.answerIn(around.habits().language());
    return around;
  }
}
