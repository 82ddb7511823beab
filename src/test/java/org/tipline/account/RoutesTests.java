package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tipline.support.NewsroomTest;

/** Every route there is, whoever made it, against everyone who may come. */
@NewsroomTest
class RoutesTests {

  /** A page with a form that everyone may see. */
  private static final String FORM = "/sign-in/link?token=" + "A".repeat(43);

  private static final List<String> OPEN = List.of("/tip", "/hooks", "/sign-in");

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private Seating seating;
  @Autowired private SignInLinks links;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Browser stranger;
  private Browser editor;
  private Browser administrator;

  @BeforeEach
  void come() {
    stranger = new Browser(port);
    var seated = Newsroom.editor(editors, EDITOR).id();
    seating.give(desks.first().id(), seated, SeatRole.EDITOR);
    editor = new Browser(port).signIn(seated, links);
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @Test
  void everyRouteIsBehindADoorWeKnow() {
    assertThat(routes())
        .allMatch(
            route ->
                route.path().equals("/")
                    || route.isUnder("/desk", "/admin", "/account", "/api")
                    || route.isUnder(OPEN.toArray(String[]::new)));
  }

  @Test
  void onlyEditorsReachTheDesk() {
    assertThat(under("/desk").filter(route -> !isSentToSignIn(stranger, route))).isEmpty();
    assertThat(under("/desk").filter(route -> status(administrator, route) != 403)).isEmpty();
    assertThat(under("/desk").filter(route -> !isServed(editor, route))).isEmpty();
  }

  @Test
  void onlyAdministratorsReachTheAdministration() {
    assertThat(under("/admin").filter(route -> !isSentToSignIn(stranger, route))).isEmpty();
    assertThat(under("/admin").filter(route -> status(editor, route) != 403)).isEmpty();
    assertThat(under("/admin").filter(route -> !isServed(administrator, route))).isEmpty();
  }

  @Test
  void everybodyWhoIsSignedInReachesTheirOwnAccount() {
    assertThat(under("/account").filter(route -> !isSentToSignIn(stranger, route))).isEmpty();
    assertThat(under("/account").filter(route -> !isServed(editor, route))).isEmpty();
    assertThat(under("/account").filter(route -> !isServed(administrator, route))).isEmpty();
  }

  @Test
  void noSessionOpensTheApi() {
    for (var browser : List.of(stranger, editor, administrator)) {
      assertThat(under("/api").filter(route -> status(browser, route) != 401)).isEmpty();
    }
  }

  @Test
  void openRoutesMakeNoSession() {
    under(OPEN.toArray(String[]::new)).forEach(route -> status(stranger, route));
    status(stranger, new Route("GET", "/"));

    assertThat(stranger.cookie("__Host-tipline")).isEmpty();
  }

  @Test
  void nothingIsChangedWithoutATokenOfOurPage() {
    var changing =
        under("/desk", "/admin", "/account", "/sign-in", "/sign-out")
            .filter(Route::isChanging)
            .toList();

    assertThat(changing).isNotEmpty();
    for (var browser : List.of(stranger, editor, administrator)) {
      assertThat(changing)
          .allSatisfy(
              route ->
                  assertThat(browser.head(route.method(), route.path(), "a=b").statusCode())
                      .isEqualTo(403));
    }
  }

  @Test
  void unknownAddressesAreNotFound() {
    for (var path :
        new String[] {"/nothing", "/error", "/logout", "/actuator", "/actuator/health", "/desks"}) {
      assertThat(status(stranger, new Route("GET", path))).as(path).isEqualTo(404);
      assertThat(status(editor, new Route("GET", path))).as(path).isEqualTo(404);
    }
  }

  private Stream<Route> under(String... doors) {
    return routes().filter(route -> route.isUnder(doors));
  }

  private Stream<Route> routes() {
    return Routes.of(requestMappingHandlerMapping);
  }

  private static boolean isSentToSignIn(Browser browser, Route route) {
    var answer = answer(browser, route);
    return answer.statusCode() == 302
        && answer.headers().firstValue("Location").equals(Optional.of("/sign-in"));
  }

  /** Whatever it says of the nonsense we ask for: it was let in, and did not break. */
  private static boolean isServed(Browser browser, Route route) {
    var status = status(browser, route);
    return status < 500 && status != 401 && status != 403 && !isSentToSignIn(browser, route);
  }

  private static int status(Browser browser, Route route) {
    return answer(browser, route).statusCode();
  }

  /** With a good anti-forgery token, so that only the role decides. */
  private static HttpResponse<?> answer(Browser browser, Route route) {
    return browser.head(
        route.method(),
        route.path(),
        route.isChanging() ? Browser.form(Map.of("_csrf", browser.csrf(FORM))) : "");
  }
}
