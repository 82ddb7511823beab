package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;
import org.tipline.support.Http;

/** Role × desk × route, made from the route table of the running application. */
@DeskTest
class WhoMayTests {

  private static final String FORM = "/desk/habits";

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @LocalServerPort private int port;

  private DeskThings things;
  private Map<WhoMay, Verdict> verdicts;
  private Desk own;
  private Desk other;
  private Desk third;
  private Visitor colleague;

  @BeforeEach
  void threeDesks() throws IOException {
    verdicts = WhoMay.verdicts();
    things = new DeskThings(postbox, desks, jdbc);
    own = things.desk();
    other = things.desk();
    third = things.desk();
    colleague = visitors.seated(Map.of(own.id(), SeatRole.EDITOR, other.id(), SeatRole.EDITOR));
  }

  @Test
  void everyRouteHasAVerdictAndEveryVerdictARoute() {
    assertThat(new TreeSet<>(verdicts.keySet())).isEqualTo(new TreeSet<>(routes()));
  }

  private List<WhoMay> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
        .flatMap(WhoMayTests::routes)
        .distinct()
        .toList();
  }

  private static Stream<WhoMay> routes(RequestMappingInfo mapping) {
    var methods =
        mapping.getMethodsCondition().getMethods().stream().map(Enum::name).collect(toSet());
    return mapping.getPatternValues().stream()
        .flatMap(
            pattern ->
                (methods.isEmpty() ? Stream.of("ANY") : methods.stream())
                    .map(method -> new WhoMay(method, pattern)));
  }

  @ParameterizedTest
  @EnumSource
  void seatDecidesAtOnesOwnDesk(SeatRole role) {
    var person = visitors.seated(Map.of(own.id(), role));
    var faults = new ArrayList<String>();
    for (var route : of(Verdict::isOfTheDesk)) {
      var tip = things.tip(own, "Maji " + UUID.randomUUID());
      var answer = ask(person, route, things.names(own, tip), fields(own, tip));
      var isRight =
          requireNonNull(verdicts.get(route)).lets(role)
              ? answer.status() < 400 || answer.status() == 400 || answer.status() == 409
              : answer.status() == 403 && answer.body().contains("lead");
      if (!isRight) {
        faults.add(route + ": " + answer.status());
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAtAnotherDeskIsAnsweredAsIfItWereNotThere(SeatRole role) {
    var person = visitors.seated(Map.of(own.id(), role));
    var unknown = DeskThings.unknownNames();
    var tip = things.tip(other, "Siri " + UUID.randomUUID());
    var names = things.names(other, tip);
    var faults = new ArrayList<String>();
    for (var route : of(Verdict::isAboutOneDesk)) {
      var fields = fields(other, tip);
      var theirs = ask(person, route, names, fields);
      var nobodys = ask(person, route, unknown, fields);
      if (theirs.status() != 404 || !theirs.without(names).equals(nobodys.without(unknown))) {
        faults.add(route + ": " + theirs.status() + ", unknown: " + nobodys.status());
      }
    }
    assertThat(faults).isEmpty();
    assertThat(things.state(tip) + things.claimedBy(tip)).isEqualTo("WAITING");
    assertThat(things.version(tip)).isEqualTo("0");
  }

  @Test
  void administratorSeesNoTip() {
    var administrator = visitors.administrator();
    var tip = things.tip(own, "Siri");
    for (var route : of(Verdict::isOfTheDesk)) {
      var answer =
          ask(administrator, "/admin/editors", route, things.names(own, tip), fields(own, tip));
      assertThat(answer.status()).as(route.toString()).isEqualTo(403);
    }
  }

  @Test
  void onlyAdministratorsAdminister() {
    var lead = visitors.seated(Map.of(own.id(), SeatRole.LEAD));
    var administrator = visitors.administrator();
    var unknown = DeskThings.unknownNames();
    for (var route : of(verdict -> verdict == Verdict.ADMIN)) {
      assertThat(ask(lead, route, unknown, Map.of()).status()).as(route.toString()).isEqualTo(403);
      assertThat(ask(administrator, "/admin/editors", route, unknown, Map.of()).status())
          .as(route.toString())
          .isNotIn(401, 403)
          .isLessThan(500);
    }
  }

  @Test
  void onlyProgramsReadTheApi() {
    var lead = visitors.seated(Map.of(own.id(), SeatRole.LEAD));
    var names = things.names(own, things.tip(own, "Siri"));
    for (var route : of(verdict -> verdict == Verdict.PROGRAM)) {
      var path = route.filled(names);
      assertThat(lead.get(path).statusCode()).as(path).isEqualTo(401);
      assertThat(new Http(port).get(path).statusCode()).as(path).isEqualTo(401);
      assertThat(
              new Http(port)
                  .get(path, "Authorization", "Bearer " + DeskTest.API_TOKEN)
                  .statusCode())
          .as(path)
          .isIn(200, 404);
    }
  }

  @Test
  void strangersAreSentToSignIn() {
    var stranger = new Http(port);
    var unknown = DeskThings.unknownNames();
    for (var route : of(WhoMayTests::wantsASession)) {
      if (!route.isChanging()) {
        var answer = stranger.get(route.filled(unknown));
        assertThat(answer.headers().firstValue("Location"))
            .as(route.toString())
            .hasValue("/sign-in");
      }
    }
  }

  private static boolean wantsASession(Verdict verdict) {
    return verdict.isOfTheDesk() || verdict == Verdict.ADMIN || verdict == Verdict.SIGNED_IN;
  }

  private List<WhoMay> of(Predicate<Verdict> which) {
    return verdicts.keySet().stream()
        .filter(route -> which.test(requireNonNull(verdicts.get(route))))
        .toList();
  }

  /** Every field that any form has; each route takes what it knows. */
  private Map<String, String> fields(Desk desk, String tip) {
    var fields = new HashMap<String, String>();
    fields.put("act", UUID.randomUUID().toString());
    fields.put("version", things.version(tip));
    fields.put("pick", tip + ":" + things.version(tip));
    fields.put("kind", "accept");
    fields.put("for", "1h");
    fields.put("to", colleague.id().toString());
    fields.put("toDesk", third.slug());
    fields.put("with", things.tip(desk, "Another " + UUID.randomUUID()));
    fields.put("text", "Called");
    fields.put("tags", "floods");
    fields.put("tag", "floods");
    fields.put("open", tip);
    fields.put("reference", tip);
    fields.put("page", "abc");
    fields.put("amber", "5");
    fields.put("red", "10");
    fields.put("person", colleague.id().toString());
    fields.put("role", "VIEWER");
    fields.put("form", UUID.randomUUID().toString());
    fields.put("reply", "Asante");
    return fields;
  }

  private Answer ask(
      Visitor who, WhoMay route, Map<String, String> names, Map<String, String> fields) {
    return ask(who, FORM, route, names, fields);
  }

  private Answer ask(
      Visitor who,
      String form,
      WhoMay route,
      Map<String, String> names,
      Map<String, String> fields) {
    var path = route.filled(names);
    return route.isChanging()
        ? Answer.of(who.submit(form, path, fields))
        : Answer.ofStream(who.get(path, BodyHandlers.ofInputStream()));
  }

  /** What came back. */
  private record Answer(int status, String body) {

    static Answer of(HttpResponse<String> answer) {
      return new Answer(answer.statusCode(), answer.body());
    }

    /** Live events have no end to wait for. */
    static Answer ofStream(HttpResponse<InputStream> answer) {
      try (var body = answer.body()) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var isEndless = type.startsWith("text/event-stream");
        return new Answer(
            answer.statusCode(), isEndless ? "" : new String(body.readAllBytes(), UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Nothing else may tell one answer from another. */
    Answer without(Map<String, String> names) {
      var left = body.replaceAll("name=\"_csrf\"[^>]*>", "");
      for (var name : DeskThings.namesOf(names)) {
        left = left.replace(name, "…");
      }
      return new Answer(status, left);
    }
  }
}
