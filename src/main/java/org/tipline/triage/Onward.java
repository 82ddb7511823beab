package org.tipline.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.moderation.Act;
import org.tipline.moderation.BadCursor;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;

/** After an act that settles a tip: on to the one that follows it in the list. */
@Component
class Onward {

  private final Queue queue;
  private final Filters filters;
  private final Texts texts;
  private final Heard heard;

  Onward(Queue queue, Filters filters, Texts texts, Heard heard) {
    this.queue = queue;
    this.filters = filters;
    this.texts = texts;
    this.heard = heard;
  }

  /** Where to go; what was done is said there, and can be undone from there. */
  String after(
      Act act, String words, @Nullable String mark, QueueQuery query, RedirectAttributes flash) {
    return after(act, words, List.of(), mark, query, flash);
  }

  /** {@code failed} is what could not be done beside it, in sentences. */
  String after(
      Act act,
      String words,
      List<String> failed,
      @Nullable String mark,
      QueueQuery query,
      RedirectAttributes flash) {
    var done = texts.of("desk.done." + Texts.key(words), act.reference());
    flash.addFlashAttribute(
        Done.NAME, new Done(act.id(), done, failed.stream().map(heard::of).toList()));
    return "redirect:" + query.on(next(act, mark, query));
  }

  private String next(Act act, @Nullable String mark, QueueQuery query) {
    try {
      return queue
          .next(act.by().sight(), filters.read(query), mark)
          .map(Onward::page)
          .orElse("/desk");
    } catch (BadCursor | BadFilter e) {
      return "/desk";
    }
  }

  private static String page(TipRow tip) {
    return "/desk/tips/" + tip.reference();
  }
}
