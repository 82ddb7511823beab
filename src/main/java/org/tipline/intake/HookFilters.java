package org.tipline.intake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How the calls of providers get to their door, and what they get when they do not. */
@Configuration(proxyBeanMethods = false)
class HookFilters {

  /**
   * Before all that pages need, sessions, sign-in and the choice among two hundred of them: that
   * takes longer than everything else an accept does, and may read the body a call is signed over.
   */
  @Bean
  FilterRegistrationBean<Filter> hooksAreAnsweredFirst(WebhookDoor door) {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, _) ->
                door.receive((HttpServletRequest) request, (HttpServletResponse) response));
    filter.setName("hooks");
    filter.setUrlPatterns(List.of(WebhookDoor.PATH + "*"));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /**
   * What fails before {@link WebhookDoor} can answer, such as a call that breaks off, is answered
   * without an error page: a provider would take that for words of ours.
   */
  @Bean
  FilterRegistrationBean<Filter> hookErrorsHaveNoBody() {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> {
              if (!isOfHook(request)) {
                chain.doFilter(request, response);
              }
            });
    filter.setName("hookErrors");
    filter.setDispatcherTypes(DispatcherType.ERROR);
    return filter;
  }

  private static boolean isOfHook(ServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && path.startsWith("/hooks");
  }
}
