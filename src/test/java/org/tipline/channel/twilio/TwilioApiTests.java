package org.tipline.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TwilioApiTests {

  private static final String SID = "SM0000000000000000000000000000abcd";
  private static final String MESSAGES = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages";
  private static final BasicCredentials OURS = new BasicCredentials(Twilio.ACCOUNT, Twilio.TOKEN);
  private static final String READER = "+254700555123";

  @RegisterExtension
  static final WireMockExtension twilio =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @RegisterExtension
  static final WireMockExtension elsewhere =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final TwilioApi api = api(twilio.baseUrl(), Twilio.TOKEN);

  @Test
  void messagesAreListedFromTheConfiguredHost() throws Exception {
    twilio.stubFor(
        get(urlPathEqualTo(MESSAGES + ".json"))
            .willReturn(okJson(page("\"" + MESSAGES + ".json?Page=1&PageToken=PASM1\""))));

    var page = api.messagesTo("25170", LocalDate.of(2026, 11, 1));

    assertThat(page.next()).isEqualTo(MESSAGES + ".json?Page=1&PageToken=PASM1");
    assertThat(page.messages())
        .containsExactly(
            new TwilioMessage(
                SID,
                Twilio.ACCOUNT,
                "inbound",
                READER,
                "25170",
                "Habari ya leo",
                "received",
                Instant.parse("2026-11-01T17:25:39Z"),
                2,
                "1",
                null,
                null));
    twilio.verify(
        getRequestedFor(urlPathEqualTo(MESSAGES + ".json"))
            .withQueryParam("To", equalTo("25170"))
            .withQueryParam("DateSent>", equalTo("2026-11-01"))
            .withQueryParam("PageSize", equalTo("200"))
            .withBasicAuth(OURS)
            .withHeader("Host", equalTo("localhost:" + twilio.getPort())));
  }

  @Test
  void nextPageIsAskedForAsTwilioNamedIt() throws Exception {
    twilio.stubFor(any(anyUrl()).willReturn(okJson(page("null"))));

    assertThat(api.page(MESSAGES + ".json?Page=1&PageToken=PASM1&To=whatsapp%3A%2B1").next())
        .isNull();

    twilio.verify(
        getRequestedFor(urlEqualTo(MESSAGES + ".json?Page=1&PageToken=PASM1&To=whatsapp%3A%2B1")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://elsewhere.example.org/2010-04-01/Accounts/AC1/Messages.json?Page=1",
    "/2010-04-01/Accounts/AC99999999999999999999999999999999/Messages.json?Page=1",
    "//elsewhere.example.org/",
  })
  void pageElsewhereIsNotFollowed(String next) throws Exception {
    twilio.stubFor(any(anyUrl()).willReturn(okJson(page("\"" + next + "\""))));

    assertThat(api.messagesTo("25170", LocalDate.EPOCH).next()).isNull();
  }

  @Test
  void filesOfAMessageHaveTheAddressAWebhookWouldName() throws Exception {
    twilio.stubFor(
        get(MESSAGES + "/" + SID + "/Media.json")
            .willReturn(
                okJson(
                    """
                    {"media_list": [{"sid": "ME01", "content_type": "image/jpeg"}]}
                    """)));

    var files = api.files(SID);

    assertThat(files).containsExactly(new TwilioFile("ME01", "image/jpeg"));
    assertThat(api.addressOf(SID, files.getFirst()))
        .isEqualTo(twilio.baseUrl() + MESSAGES + "/" + SID + "/Media/ME01");
  }

  @Test
  void messageAndFileAreDeleted() throws Exception {
    twilio.stubFor(delete(MESSAGES + "/" + SID + "/Media/ME01.json").willReturn(noContent()));
    twilio.stubFor(delete(MESSAGES + "/" + SID + ".json").willReturn(noContent()));

    api.deleteFile(SID, "ME01");
    api.delete(SID);

    assertThat(twilio.getAllServeEvents()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 20009, REFUSED",
    "403, 20403, REFUSED",
    "404, 20404, REFUSED",
    "500, 20500, BROKEN",
    "503,     0, BROKEN",
    "302,     0, BROKEN",
  })
  void answersAreToldApart(int status, int code, TwilioFailed.Kind kind) {
    var failed = failure(problem(status, code));

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.status()).isEqualTo(status);
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.isNotFound()).isEqualTo(status == 404);
    assertThat(failed.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "'Wed, 25 Nov 2026 07:28:00 GMT',", "-1,", "99999999999,"})
  void busySaysWhenToComeBack(String header, Long seconds) {
    var failed = failure(problem(429, 20429).withHeader("Retry-After", header));

    assertThat(failed.kind()).isEqualTo(TwilioFailed.Kind.BUSY);
    assertThat(failed.retryAfter().map(Duration::toSeconds).orElse(null)).isEqualTo(seconds);
  }

  @Test
  void wrongTokenNamesTheSetting() {
    assertThat(failure(problem(401, 20003)))
        .hasMessage(
            "Twilio refuses the account's token (401, error 20003); "
                + "set tipline.twilio.auth-token to the one in use.");
  }

  @Test
  void eitherTokenOfARotationWillDo() throws Exception {
    twilio.stubFor(any(anyUrl()).willReturn(problem(401, 20003)));
    twilio.stubFor(
        get(anyUrl()).withBasicAuth(Twilio.ACCOUNT, Twilio.TOKEN).willReturn(okJson(page("null"))));

    var rotating = api(twilio.baseUrl(), "the new one", Twilio.TOKEN);

    assertThat(rotating.messagesTo("25170", LocalDate.EPOCH).messages()).hasSize(1);
    assertThat(twilio.getAllServeEvents()).hasSize(2);
  }

  @Test
  void silenceIsNoAnswer() {
    var failed = failure(okJson(page("null")).withFixedDelay(2_000));

    assertThat(failed.kind()).isEqualTo(TwilioFailed.Kind.UNANSWERED);
    assertThat(failed).hasMessage("localhost took a call and did not answer it.");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionIsNoAnswer(Fault fault) {
    assertThat(failure(aResponse().withFault(fault)).kind())
        .isEqualTo(TwilioFailed.Kind.UNANSWERED);
  }

  @Test
  void answerThatIsNoneIsNotTaken() {
    for (var answer : List.of("", "{}", "<html>", "[]")) {
      assertThat(failure(okJson(answer)).kind()).isEqualTo(TwilioFailed.Kind.BROKEN);
    }
  }

  @Test
  void closedPortIsNoConnection() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(failure(api("http://127.0.0.1:" + port, Twilio.TOKEN)).kind())
        .isEqualTo(TwilioFailed.Kind.UNREACHABLE);
    assertThat(failure(api("http://nobody.example.org", Twilio.TOKEN)).kind())
        .isEqualTo(TwilioFailed.Kind.UNREACHABLE);
    // a server without TLS where https is configured
    assertThat(failure(api("https://127.0.0.1:" + twilio.getPort(), Twilio.TOKEN)).status())
        .isZero();
  }

  /** Twilio's client would send a request four times after a 5xx: a reader, four texts. */
  @Test
  void oneCallIsOneRequest() {
    failure(problem(500, 20500));

    assertThat(twilio.getAllServeEvents()).hasSize(1);
  }

  @Test
  void credentialsGoNowhereElse() {
    elsewhere.stubFor(any(anyUrl()).willReturn(okJson(page("null"))));

    failure(temporaryRedirect(elsewhere.baseUrl() + MESSAGES + ".json"));

    elsewhere.verify(0, anyRequestedFor(anyUrl()));
    twilio.verify(0, anyRequestedFor(anyUrl()).withHeader("Authorization", absent()));
  }

  @Test
  void nothingOfAReaderIsInAFailure() {
    var refused =
        failure(
            jsonResponse(
                "{\"code\": 21211, \"message\": \"The number %s is not valid\"}".formatted(READER),
                400));

    assertThat(refused).hasMessage("Twilio answered 400, error 21211.").hasNoCause();
    assertThat(new TwilioMessage(SID, "", "", READER, "", "words", "", null, 0, "", null, null))
        .hasToString("TwilioMessage[" + SID + "]");
  }

  private static TwilioApi api(String url, String... tokens) {
    return new TwilioApi(Twilio.account(url, List.of(), tokens), Duration.ofMillis(500));
  }

  private TwilioFailed failure(ResponseDefinitionBuilder answer) {
    twilio.stubFor(any(anyUrl()).willReturn(answer));
    return failure(api);
  }

  private static TwilioFailed failure(TwilioApi api) {
    ThrowingCallable call = () -> api.messagesTo("25170", LocalDate.EPOCH);
    return catchThrowableOfType(TwilioFailed.class, call);
  }

  private static ResponseDefinitionBuilder problem(int status, int code) {
    return jsonResponse("{\"code\": %d, \"message\": \"no\"}".formatted(code), status);
  }

  private static String page(String next) {
    return """
    {"next_page_uri": %s, "page_size": 200, "messages": [{
      "sid": "%s", "account_sid": "%s", "direction": "inbound", "status": "received",
      "from": "%s", "to": "25170", "body": "Habari ya leo",
      "num_media": "2", "num_segments": "1", "messaging_service_sid": null, "error_code": null,
      "date_created": "Sun, 01 Nov 2026 17:25:39 +0000", "date_sent": null}]}
    """
        .formatted(next, SID, Twilio.ACCOUNT, READER);
  }
}
