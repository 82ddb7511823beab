package org.tipline.account;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The route table as the running application has it. */
final class Routes {

  private Routes() {}

  static Stream<Route> of(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(Routes::of)
        .filter(route -> !route.path().equals("/error"));
  }

  private static Stream<Route> of(RequestMappingInfo mapping) {
    return of(mapping, "{reference}");
  }

  /** With that tip in place of the variable that is one. */
  static Stream<Route> of(RequestMappingInfo mapping, String reference) {
    var methods =
        mapping.getMethodsCondition().getMethods().stream()
            .map(RequestMethod::name)
            .collect(Collectors.toSet());
    var asked = methods.isEmpty() ? Set.of("GET", "POST") : methods;
    return mapping.getPatternValues().stream()
        .flatMap(
            pattern ->
                asked.stream()
                    .map(method -> new Route(method, pattern.replace("{reference}", reference))));
  }
}
