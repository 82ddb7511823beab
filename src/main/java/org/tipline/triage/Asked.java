package org.tipline.triage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which part of the screen a request is for: htmx names the element it will put the answer into.
 *
 * @see <a href="https://htmx.org/reference/#request_headers">htmx: request headers</a>
 */
@Component
class Asked {

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final EditorLanguage language;

  Asked(HttpServletRequest request, HttpServletResponse response, EditorLanguage language) {
    this.request = request;
    this.response = response;
    this.language = language;
  }

  /** In what the editor has chosen, null: nothing. */
  void answerIn(@Nullable String code) {
    language.is(code, request, response);
  }

  boolean forTip() {
    return isFor("tip");
  }

  boolean forDesk() {
    return isFor("desk");
  }

  /** What was refused has no address of its own. */
  void keepAddress() {
    response.setHeader("HX-Push-Url", "false");
  }

  /** Nothing but what names its own place is put into the page. */
  void keepScreen() {
    response.setHeader("HX-Reswap", "none");
  }

  /** When the browser goes back, htmx wants the whole page, for which it has no other words. */
  private boolean isFor(String element) {
    return "true".equals(request.getHeader("HX-Request"))
        && request.getHeader("HX-History-Restore-Request") == null
        && element.equals(request.getHeader("HX-Target"));
  }
}
