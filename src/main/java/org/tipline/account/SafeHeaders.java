package org.tipline.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * What every answer tells the browser to refuse. A header that a controller has set stays: files
 * come with a stricter policy of their own, style sheets may be cached.
 */
@Configuration(proxyBeanMethods = false)
class SafeHeaders implements HeaderWriter {

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** There is no word for all of them: https://www.w3.org/TR/permissions-policy/. */
  private static final String PERMISSIONS =
      Stream.of(
              "accelerometer",
              "autoplay",
              "bluetooth",
              "browsing-topics",
              "camera",
              "display-capture",
              "encrypted-media",
              "fullscreen",
              "geolocation",
              "gyroscope",
              "hid",
              "idle-detection",
              "local-fonts",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "picture-in-picture",
              "screen-wake-lock",
              "serial",
              "usb",
              "web-share",
              "xr-spatial-tracking")
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  private final Map<String, String> headers = new LinkedHashMap<>();

  SafeHeaders(PublicUrl publicUrl) {
    headers.put("Content-Security-Policy", CONTENT);
    headers.put("Permissions-Policy", PERMISSIONS);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cache-Control", "no-store");
    if (publicUrl.isHttps()) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    headers.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }

  /**
   * Stands outside the security chains, so that what fails before or behind them is covered too.
   */
  @Bean
  FilterRegistrationBean<HeaderWriterFilter> safeHeadersFilter() {
    var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(this)));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    return filter;
  }

  /**
   * A body that breaks off makes Tomcat refuse the request in the midst of it, and close the answer
   * to the filter above: only the error page still reaches it.
   */
  @Bean
  FilterRegistrationBean<Filter> safeErrorHeadersFilter() {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> {
              writeHeaders((HttpServletRequest) request, (HttpServletResponse) response);
              chain.doFilter(request, response);
            });
    filter.setName("safeErrorHeaders");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setDispatcherTypes(DispatcherType.ERROR);
    return filter;
  }
}
