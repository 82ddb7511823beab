package org.tipline.triage;

import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tipline.account.Seating;
import org.tipline.account.Seats;
import org.tipline.moderation.SeatsMoved;

/** Opens live pages, and ends them when their editor sees other desks than they tell of. */
@Component
class StreamSeats {

  private final LiveStreams streams;
  private final Seating seating;

  StreamSeats(LiveStreams streams, Seating seating) {
    this.streams = streams;
    this.seating = seating;
  }

  /** Looks again once it is open: a seat taken away just before has told nobody. */
  SseEmitter open(Seats seats) {
    var stream = streams.open(seats);
    var editor = seats.editor();
    if (!seats.sight().equals(seating.sights(Set.of(editor)).get(editor))) {
      streams.end(editor);
    }
    return stream;
  }

  @EventListener
  void on(SeatsMoved moved) {
    var editor = moved.editorId();
    if (editor == null) {
      streams.endUnless(seating.sights(streams.editors()));
    } else {
      streams.end(editor);
    }
  }
}
