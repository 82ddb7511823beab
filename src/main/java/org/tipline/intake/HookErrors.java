package org.tipline.intake;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What fails before {@link WebhookController} can answer, such as a call that breaks off, is
 * answered without an error page: a provider would take that for words of ours.
 */
@Configuration(proxyBeanMethods = false)
class HookErrors {

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
