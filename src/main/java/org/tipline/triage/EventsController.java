package org.tipline.triage;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tipline.account.SignedIn;

/** Tells open pages that the queue of their desks changed; never what changed. */
@Controller
class EventsController {

  private final StreamSeats streams;

  EventsController(StreamSeats streams) {
    this.streams = streams;
  }

  @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@AuthenticationPrincipal SignedIn me, HttpServletResponse response) {
    // Without it nginx holds events back: https://nginx.org/en/docs/http/ngx_http_proxy_module.html
    response.setHeader("X-Accel-Buffering", "no");
    return streams.open(me.seats());
  }
}
