package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends a stranger to the sign-in page.
 *
 * <p>A link in a web mail comes from another site, so the browser leaves our strict cookie out and
 * an editor who is signed in looks like a stranger. A page of ours that loads the same address
 * again is not another site, and the cookie comes along.
 */
class SignInFirst implements AuthenticationEntryPoint {

  private static final String ONCE_MORE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0">
      <title>Tipline</title><p><a href="">Go on</a></html>
      """;

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    if (isLinkElsewhere(request)) {
      response.setContentType(MediaType.TEXT_HTML_VALUE);
      response.getWriter().write(ONCE_MORE);
    } else {
      response.sendRedirect(WaysIn.PAGE);
    }
  }

  /** {@code https://www.w3.org/TR/fetch-metadata/}: only the browser itself writes these. */
  private static boolean isLinkElsewhere(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
  }
}
