package org.tipline.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class SafeHeadersTests {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final Map<String, String> FIXED =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Strict-Transport-Security", "max-age=31536000");

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Browser stranger;
  private Browser editor;

  @BeforeEach
  void come() {
    stranger = new Browser(port);
    editor = new Browser(port).signIn(Newsroom.editor(editors, EDITOR, ADMIN).id(), links);
  }

  @Test
  void everyRouteSendsThem() {
    Routes.of(requestMappingHandlerMapping)
        .forEach(
            route ->
                Stream.of(stranger, editor)
                    .forEach(
                        browser ->
                            assertSafe(
                                route.toString(), browser.head(route.method(), route.path(), ""))));
  }

  @Test
  void everyErrorSendsThem() {
    for (var path :
        new String[] {
          "/nothing",
          "/error",
          "/desk/nothing",
          "/css/nothing.css",
          "/api/nothing",
          "/hooks/nothing",
          "/sign-in/link",
          "/a;b=c"
        }) {
      assertSafe(path, stranger.get(path, "Accept", "text/html"));
      assertSafe(path, editor.get(path, "Accept", "application/json"));
    }
    assertSafe("bad form", stranger.head("PUT", "/tip", "%zz", "Content-Type", FORM));
    assertSafe("forged post", stranger.head("POST", "/sign-in", "a=b", "Content-Type", FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%00 HTTP/1.1\nHost: a\n\n",
        "GET /..%2f HTTP/1.1\nHost: a\n\n",
        "GET /?{} HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: a b\n\n",
        "GET / HTTP/1.1\nHost: a\nContent-Length: -1\n\n",
        "GET / HTTP/9.9\nHost: a\n\n",
        "POST /tip HTTP/1.1\nHost: a\nExpect: x\n\n",
        "POST /sign-in HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n"
            + "Content-Type: application/x-www-form-urlencoded\n\nno chunk\n"
      })
  void whatTomcatRefusesSendsThemToo(String request) throws IOException {
    var answer = raw(request);

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 2").contains(CONTENT);
    FIXED.forEach((name, value) -> assertThat(answer).contains(name + ": " + value));
  }

  @Test
  void iconThatEveryBrowserAsksForIsThereAndMayBeKept() {
    var icon = stranger.get("/favicon.ico");

    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("Content-Type")).hasValue("image/x-icon");
    assertThat(icon.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
  }

  @Test
  void stylesMayBeCachedAndNothingElse() {
    assertThat(stranger.get("/css/base.css").headers().allValues("Cache-Control"))
        .containsExactly("max-age=3600");
    for (var path : new String[] {"/sign-in", "/desk", "/admin", "/nothing", "/api/tips"}) {
      assertThat(editor.get(path).headers().allValues("Cache-Control"))
          .as(path)
          .containsExactly("no-store");
    }
  }

  @Test
  void managementPortSendsThemToo() {
    var operator = new Browser(managementPort);

    assertThat(operator.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(operator.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertSafe("health", operator.get("/actuator/health"));
    assertSafe("nothing", operator.get("/nothing"));
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static void assertSafe(String what, HttpResponse<?> answer) {
    FIXED.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name))
                .as("%s of %s (%d)", name, what, answer.statusCode())
                .containsExactly(value));
    assertThat(answer.headers().firstValue("Permissions-Policy"))
        .as(what)
        .hasValueSatisfying(policy -> assertThat(policy).contains("camera=(), ", "geolocation=()"));
    assertThat(answer.headers().firstValue("Cache-Control")).as(what).isPresent();
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .as(what)
        .isIn(List.of(CONTENT), List.of("sandbox; default-src 'none'"));
  }
}
