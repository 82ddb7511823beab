package org.tipline.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tipline.outbound.OutboundFailed.Kind.ANSWERED;
import static org.tipline.outbound.OutboundFailed.Kind.REFUSED;
import static org.tipline.outbound.OutboundFailed.Kind.UNREACHABLE;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTests {

  private static final Map<String, String> SECRET = Map.of("Authorization", "Basic c2VjcmV0");

  @RegisterExtension
  static final WireMockExtension provider =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @RegisterExtension
  static final WireMockExtension cdn =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final Outbound outbound =
      new Outbound(Configured.settings().listing(host(provider), host(cdn)).build());

  @Test
  void fileOfAnAllowedHostIsReadWithItsHeaders() throws Exception {
    provider.stubFor(
        get("/file")
            .withHeader("Authorization", equalTo("Basic c2VjcmV0"))
            .willReturn(ok("photo")));

    assertThat(read("/file")).isEqualTo("photo");
  }

  @Test
  void redirectToAnotherAllowedHostIsFollowedWithoutTheHeaders() throws Exception {
    provider.stubFor(
        get("/file").willReturn(temporaryRedirect(address(cdn, "/signed?x=a%2Bb").toString())));
    cdn.stubFor(get("/signed?x=a%2Bb").willReturn(ok("photo")));

    assertThat(read("/file")).isEqualTo("photo");
    cdn.verify(getRequestedFor(urlEqualTo("/signed?x=a%2Bb")).withoutHeader("Authorization"));
  }

  @Test
  void headersStayAwayOnceTheyWereDropped() throws Exception {
    provider.stubFor(get("/file").willReturn(temporaryRedirect(address(cdn, "/back").toString())));
    cdn.stubFor(get("/back").willReturn(temporaryRedirect(address(provider, "/again").toString())));
    provider.stubFor(get("/again").willReturn(ok("photo")));

    assertThat(read("/file")).isEqualTo("photo");
    provider.verify(getRequestedFor(urlEqualTo("/again")).withoutHeader("Authorization"));
  }

  @Test
  void relativeRedirectKeepsTheHeaders() throws Exception {
    provider.stubFor(get("/file").willReturn(temporaryRedirect("/elsewhere")));
    provider.stubFor(get("/elsewhere").willReturn(ok("photo")));

    assertThat(read("/file")).isEqualTo("photo");
    provider.verify(
        getRequestedFor(urlEqualTo("/elsewhere"))
            .withHeader("Authorization", equalTo("Basic c2VjcmV0")));
  }

  @Test
  void fourthRedirectIsRefused() {
    provider.stubFor(get(anyUrl()).willReturn(temporaryRedirect("/round")));

    assertFails(() -> read("/file"), REFUSED, 0);
    provider.verify(4, getRequestedFor(anyUrl()));
  }

  @Test
  void redirectToAHostThatIsNotAllowedIsNotCalled() {
    provider.stubFor(get("/file").willReturn(temporaryRedirect(address(cdn, "/x").toString())));

    assertFails(
        () -> outbound.get(address(provider, "/file"), SECRET, List.of(host(provider))),
        REFUSED,
        0);
    cdn.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void redirectToNowhereIsRefused() {
    provider.stubFor(get("/file").willReturn(temporaryRedirect("http://[oops")));

    assertFails(() -> read("/file"), REFUSED, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 401, 403, 404, 410, 429, 500, 503})
  void onlyAnAnswerOf200IsAFile(int status) {
    provider.stubFor(get("/file").willReturn(status(status)));

    assertFails(() -> read("/file"), ANSWERED, status);
  }

  @Test
  void closedPortIsUnreachable() throws Exception {
    var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var host = "127.0.0.1:" + closed.getLocalPort();
    closed.close();
    var calling = new Outbound(Configured.settings().listing(host).build());

    assertFails(
        () -> calling.get(URI.create("http://" + host + "/"), Map.of(), List.of(host)),
        UNREACHABLE,
        0);
  }

  @Test
  void fileLongerThanTheCapIsNotReadToItsEnd() throws Exception {
    var small = Configured.settings().listing(host(provider)).max("10B").build();
    provider.stubFor(get("/exact").willReturn(ok("0123456789")));
    provider.stubFor(get("/long").willReturn(ok("0123456789a")));

    assertThat(read(new Outbound(small), "/exact")).isEqualTo("0123456789");
    assertThatThrownBy(() -> read(new Outbound(small), "/long"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tipline.outbound.max-bytes");
  }

  @Test
  void jsonIsPosted() throws Exception {
    provider.stubFor(post("/services/T0").willReturn(ok("ok")));

    outbound.post(address(provider, "/services/T0"), "{\"text\":\"Habari ’\"}");

    provider.verify(
        postRequestedFor(urlEqualTo("/services/T0"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("{\"text\":\"Habari ’\"}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 429, 500})
  void postThatIsNotTakenSaysSo(int status) {
    provider.stubFor(
        post("/services/T0")
            .willReturn(aResponse().withStatus(status).withHeader("Location", cdn.baseUrl())));

    assertFails(() -> outbound.post(address(provider, "/services/T0"), "{}"), ANSWERED, status);
    cdn.verify(0, postRequestedFor(anyUrl()));
  }

  @Test
  void reasonNamesNeitherPathNorQuery() {
    provider.stubFor(post("/services/token?key=1").willReturn(status(500)));

    assertThatThrownBy(() -> outbound.post(address(provider, "/services/token?key=1"), "{}"))
        .hasMessageNotContainingAny("token", "key");
  }

  private String read(String path) throws Exception {
    return read(outbound, path);
  }

  private static String read(Outbound outbound, String path) throws Exception {
    var allowed = List.of(host(provider), host(cdn));
    try (var file = outbound.get(address(provider, path), SECRET, allowed)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static void assertFails(ThrowingCallable call, OutboundFailed.Kind kind, int status) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OutboundFailed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(kind);
              assertThat(failed.status()).isEqualTo(status);
            });
  }

  private static String host(WireMockExtension server) {
    return "127.0.0.1:" + server.getPort();
  }

  private static URI address(WireMockExtension server, String path) {
    return URI.create("http://" + host(server) + path);
  }
}
