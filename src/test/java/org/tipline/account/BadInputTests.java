package org.tipline.account;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;

/** Every route of editors and administrators, with every field it reads, against nonsense. */
@NewsroomTest
class BadInputTests {

  /** Percent-encoded as they go over the wire. */
  private static final List<String> NONSENSE =
      List.of(
          "%00",
          "%ED%A0%BD", // half of a character
          "%FF%FE",
          "x".repeat(6_000),
          "-1",
          "99999999999999999999",
          "1e309",
          "%2C%2C%2C",
          "%27%20or%201%3D1--",
          "%3Cscript%3E",
          "2026-13-45T99%3A99",
          "%E2%80%AE%F0%9F%98%80");

  /** What pages of the desk read from their address beside the fields of their method. */
  private static final List<String> FILTERS =
      List.of("q", "state", "medium", "desk", "tag", "after", "limit", "from", "on");

  private static final String FORM = "/sign-in/link?token=" + "A".repeat(43);

  enum Visitor {
    STRANGER,
    AN_EDITOR,
    AN_ADMINISTRATOR
  }

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private Seating seating;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private String reference;

  @BeforeEach
  void receiveATip() throws Exception {
    var id = UUID.randomUUID().toString();
    new Rehearsal(port).message("+254300" + id, id, "Maji " + id);
    reference =
        await()
            .until(
                () ->
                    jdbc.sql(
                            """
                            select t.reference from tips t join tip_submissions ts on ts.tip_id = t.id
                            join submissions s on s.id = ts.submission_id where s.external_id = ?
                            """)
                        .param(id)
                        .query(String.class)
                        .list(),
                list -> !list.isEmpty())
            .getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void nonsenseInAFieldIsNeverOurFault(Visitor visitor) {
    var browser = browser(visitor);
    var token = "_csrf=" + browser.csrf(FORM);
    var faults = new ArrayList<String>();
    routes()
        .forEach(
            (route, fields) -> {
              for (var form : forms(fields)) {
                note(faults, browser, route, route.isChanging() ? token + "&" + form : form);
              }
            });

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nonsenseInAnAddressIsNeverOurFault(Visitor visitor) {
    var browser = browser(visitor);
    var token = "_csrf=" + browser.csrf(FORM);
    var faults = new ArrayList<String>();
    for (var pattern : patterns().filter(path -> path.contains("{")).toList()) {
      for (var value : NONSENSE) {
        var path = Route.filled(pattern, value.substring(0, Math.min(2_000, value.length())));
        note(faults, browser, new Route("GET", path), "");
        note(faults, browser, new Route("POST", path), token);
      }
    }

    assertThat(faults).isEmpty();
  }

  /** Few, for each costs a try, and those are rationed. */
  @Test
  void nonsenseAsANameOrPasswordIsRefused() {
    var browser = browser(Visitor.STRANGER);
    for (var value : List.of("%00", "%ED%A0%BD", "x".repeat(100_000))) {
      var form = "_csrf=" + browser.csrf(FORM) + "&username=" + value + "&password=" + value;
      assertThat(browser.head("POST", "/sign-in", form).statusCode()).isIn(302, 400, 401);
    }
  }

  /**
   * Each value in every field; then fields that come twice, as a list, as an object, not at all.
   */
  private static List<String> forms(List<String> fields) {
    return Stream.concat(
            NONSENSE.stream().map(value -> each(fields, "{}=" + value)),
            Stream.of(
                each(fields, "{}=1&{}=2"),
                each(fields, "{}=&{}=%00"),
                each(fields, "{}%5B%5D=1&{}%5B99999%5D=1"),
                each(fields, "{}.class=1"),
                "nothing=1"))
        .toList();
  }

  private static String each(List<String> fields, String template) {
    return fields.stream().map(field -> template.replace("{}", field)).collect(joining("&"));
  }

  private static void note(List<String> faults, Browser browser, Route route, String form) {
    var path = route.isChanging() || form.isEmpty() ? route.path() : route.path() + "?" + cut(form);
    var status = browser.head(route.method(), path, route.isChanging() ? form : "").statusCode();
    if (status >= 500 && !route.path().equals("/desk/events")) { // which is full after 12
      faults.add(status + " " + route.method() + " " + path + " " + cut(form));
    }
  }

  /** A longer address is turned away by the server itself. */
  private static String cut(String form) {
    return form.substring(0, Math.min(7_000, form.length())).replaceFirst("%.?$", "");
  }

  private Browser browser(Visitor visitor) {
    var browser = new Browser(port);
    return switch (visitor) {
      case STRANGER -> browser;
      case AN_EDITOR -> browser.signIn(lead(), links);
      case AN_ADMINISTRATOR -> browser.signIn(Newsroom.editor(editors, ADMIN).id(), links);
    };
  }

  /** Who gets past every door of the desk. */
  private UUID lead() {
    var editor = Newsroom.editor(editors, EDITOR).id();
    seating.give(desks.first().id(), editor, SeatRole.LEAD);
    return editor;
  }

  private Stream<String> patterns() {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(
            path ->
                new Route("GET", path).isUnder("/desk", "/admin", "/account", "/api", "/sign-in"));
  }

  /** Each with the fields its method reads. */
  private Map<Route, List<String>> routes() {
    var routes = new TreeMap<Route, List<String>>((a, b) -> a.toString().compareTo(b.toString()));
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, method) ->
                Routes.of(mapping, reference)
                    .filter(
                        route -> route.isUnder("/desk", "/admin", "/account", "/api", "/sign-in"))
                    .forEach(route -> routes.put(route, fields(method))));
    return routes;
  }

  private static List<String> fields(HandlerMethod method) {
    var fields =
        Arrays.stream(method.getMethodParameters()).flatMap(BadInputTests::fields).toList();
    return Stream.concat(fields.stream(), FILTERS.stream()).distinct().toList();
  }

  private static Stream<String> fields(MethodParameter parameter) {
    var type = parameter.getParameterType();
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
    }
    if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
      return Arrays.stream(BeanUtils.getPropertyDescriptors(type)).map(field -> field.getName());
    }
    var field = parameter.getParameterAnnotation(RequestParam.class);
    return field == null
        ? Stream.empty()
        : Stream.of(field.name().isEmpty() ? name(parameter) : field.name());
  }

  private static String name(MethodParameter parameter) {
    return parameter.getExecutable().getParameters()[parameter.getParameterIndex()].getName();
  }
}
