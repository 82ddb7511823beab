package org.tipline.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.MediaReference;
import org.tipline.channel.MediaUnavailable;

class TwilioMediaTests {

  private static final String MESSAGE = "MM00000000000000000000000000000c03";
  private static final String PATH =
      "/2010-04-01/Accounts/%s/Messages/%s/Media/ME00000000000000000000000000000004"
          .formatted(Twilio.ACCOUNT, MESSAGE);

  /** None of these servers hangs; a busy machine may take its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension
  static final WireMockExtension api =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @RegisterExtension
  static final WireMockExtension cdn =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @Test
  void fileComesFromTheCdnThatTheApiNames() throws Exception {
    api.stubFor(
        get(PATH)
            .withBasicAuth(Twilio.ACCOUNT, Twilio.TOKEN)
            .willReturn(temporaryRedirect("http://" + host(cdn) + "/signed?Expires=1")));
    cdn.stubFor(get("/signed?Expires=1").willReturn(ok("voice")));

    try (var file = media(Twilio.TOKEN).open(reference(address(api, PATH)))) {
      assertThat(file).hasContent("voice");
    }
    cdn.verify(getRequestedFor(urlEqualTo("/signed?Expires=1")).withoutHeader("Authorization"));
  }

  @Test
  void secondTokenIsTriedWhenTheFirstIsRefused() throws Exception {
    api.stubFor(get(PATH).willReturn(unauthorized()));
    api.stubFor(get(PATH).withBasicAuth(Twilio.ACCOUNT, "promoted").willReturn(ok("voice")));

    try (var file = media(Twilio.TOKEN, "promoted").open(reference(address(api, PATH)))) {
      assertThat(file).hasContent("voice");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, false",
    "403, true",
    "404, false",
    "410, true",
    "429, false",
    "500, false",
    "503, false"
  })
  void answerOtherThanTheFileSaysWhetherToAskAgain(int status, boolean isFinal) {
    api.stubFor(get(PATH).willReturn(status(status).withBody("<html>no</html>")));

    assertUnavailable(() -> media(Twilio.TOKEN).open(reference(address(api, PATH))), isFinal);
  }

  @Test
  void refusedTokenNamesTheSettingToChange() {
    api.stubFor(get(PATH).willReturn(unauthorized().withBody("<html>no</html>")));

    assertThatThrownBy(() -> media(Twilio.TOKEN).open(reference(address(api, PATH))))
        .isInstanceOfSatisfying(
            MediaUnavailable.class, failed -> assertThat(failed.isFinal()).isFalse())
        .hasMessageContaining("tipline.twilio.auth-token")
        .hasMessageNotContaining(Twilio.TOKEN);
  }

  @Test
  void brokenConnectionIsForNow() {
    api.stubFor(get(PATH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertUnavailable(() -> media(Twilio.TOKEN).open(reference(address(api, PATH))), false);
  }

  @Test
  void redirectToAHostThatIsNoCdnWaitsForTheSettings() {
    api.stubFor(get(PATH).willReturn(temporaryRedirect("http://169.254.169.254/latest/")));

    assertUnavailable(() -> media(Twilio.TOKEN).open(reference(address(api, PATH))), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://CDN/2010-04-01/Accounts/AC/Messages/MM/Media/ME",
        "http://API@CDN/2010-04-01/Accounts/AC/Messages/MM/Media/ME",
        "http://API.evil.example/2010-04-01/Accounts/AC/Messages/MM/Media/ME",
        "https://API/2010-04-01/Accounts/AC/Messages/MM/Media/ME",
        "http://API/2010-04-01/Accounts/AC00000000000000000000000000000002/Messages/MM/Media/ME",
        "http://API/2010-04-01/Accounts/AC/Messages/MM00000000000000000000000000000c04/Media/ME",
        "http://API/2010-04-01/Accounts/AC/Messages/MM/Media/",
        "http://API/2010-04-01/Accounts/AC/Messages/MM/Media/ME.json",
        "http://API/2010-04-01/Accounts/AC/Messages/MM/Media/ME/../../..",
        "http://API/2010-04-01/Accounts/AC/Messages/MM/Media/ME?x=http://CDN",
        "http://API/2010-04-01/Accounts/AC/Messages/MM/../MM/Media/ME",
        "file:///etc/passwd",
        "//API/2010-04-01/Accounts/AC/Messages/MM/Media/ME",
        "not an address",
        "",
      })
  void credentialsGoToNoOtherAddress(String spelling) {
    api.stubFor(get(anyUrl()).willReturn(ok()));
    cdn.stubFor(get(anyUrl()).willReturn(ok()));
    var locator =
        spelling
            .replaceFirst("ME(?!ssages)", "ME00000000000000000000000000000004")
            .replaceFirst("AC/", Twilio.ACCOUNT + "/")
            .replaceAll("MM/", MESSAGE + "/")
            .replace("API", host(api))
            .replace("CDN", host(cdn));

    assertUnavailable(() -> media(Twilio.TOKEN).open(reference(locator)), true);
    api.verify(0, getRequestedFor(anyUrl()));
    cdn.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void fileIsNotFetchedForAnotherMessage() {
    var other = new MediaReference(SmsChannel.NAME, "MM1", address(api, PATH));

    assertUnavailable(() -> media(Twilio.TOKEN).open(other), true);
  }

  private static TwilioMedia media(String... tokens) {
    var account = Twilio.account("http://" + host(api), List.of(host(cdn)), tokens);
    return new TwilioMedia(account, Twilio.outbound(PATIENCE, host(api), host(cdn)));
  }

  private static void assertUnavailable(ThrowingCallable opening, boolean isFinal) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            MediaUnavailable.class, failed -> assertThat(failed.isFinal()).isEqualTo(isFinal));
  }

  private static MediaReference reference(String locator) {
    return new MediaReference(WhatsAppChannel.NAME, MESSAGE, locator);
  }

  private static String address(WireMockExtension server, String path) {
    return "http://" + host(server) + path;
  }

  private static String host(WireMockExtension server) {
    return "127.0.0.1:" + server.getPort();
  }
}
