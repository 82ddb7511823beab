package org.tipline.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what needs the database while it is away with 503: nothing of ours is broken, and it is
 * worth trying again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class AwayFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(AwayFilter.class);

  /**
   * Connection lost, no room, being stopped, read-only.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">Error codes</a>
   */
  private static final Pattern AWAY = Pattern.compile("08...|53...|57P..|25006");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (!isAway(e) || response.isCommitted()) {
        throw e;
      }
      log.warn("the database is away, a page was answered 503");
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  static boolean isAway(Throwable problem) {
    return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(AwayFilter::saysSo);
  }

  private static boolean saysSo(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        || (cause instanceof SQLException refusal && isAwayCode(refusal.getSQLState()));
  }

  /** Without a code it is not PostgreSQL that speaks but the pool, of a connection that is gone. */
  private static boolean isAwayCode(@Nullable String code) {
    return code == null || AWAY.matcher(code).matches();
  }
}
