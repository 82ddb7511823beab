package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says no to a program in its own language, a problem document (RFC 9457). */
class ApiRefusal
    implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    write(response, HttpStatus.UNAUTHORIZED, "Send a valid token as 'Authorization: Bearer'.");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
      throws IOException {
    if (exception instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      write(
          response, HttpStatus.SERVICE_UNAVAILABLE, "The database is away; ask again in a minute.");
    } else {
      commence(request, response, exception);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    write(response, HttpStatus.FORBIDDEN, "This token may only read: use GET.");
  }

  private static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    var problem =
        """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}
        """
            .formatted(status.getReasonPhrase(), status.value(), detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
  }
}
