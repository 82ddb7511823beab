package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What an editor had typed when something was wrong with it; kept, so that nobody types twice. */
record Typed(
    @Nullable String reason,
    @Nullable String link,
    @Nullable String text,
    @Nullable String tags,
    @Nullable String with) {

  static Typed in(HttpServletRequest request) {
    return new Typed(
        request.getParameter("reason"),
        request.getParameter("link"),
        request.getParameter("text"),
        request.getParameter("tags"),
        request.getParameter("with"));
  }
}
