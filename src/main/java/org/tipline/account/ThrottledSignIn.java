package org.tipline.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a try that comes too soon away before the password is looked at, which costs us time. */
class ThrottledSignIn extends OncePerRequestFilter {

  private static final RequestMatcher TRY =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, WaysIn.PAGE);

  private final SignInThrottle throttle;

  ThrottledSignIn(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !TRY.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var account = Objects.requireNonNullElse(request.getParameter("username"), "");
    var delay = throttle.delay(account, ClientPrefix.of(request.getRemoteAddr()));
    if (delay.isPresent()) {
      refuse(response, delay.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(HttpServletResponse response, Duration delay) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(delay.plusSeconds(1).toSeconds()));
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
