package org.tipline.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Address.Kind;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.SendOutcome.Accepted;
import org.tipline.channel.SendOutcome.Refused;
import org.tipline.channel.SendOutcome.TryLater;
import org.tipline.channel.SendOutcome.Uncertain;

class TwilioRepliesTests {

  private static final String MESSAGES =
      "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages.json";
  private static final Instant TRIED = Instant.parse("2026-11-25T06:00:00Z");
  private static final Address PHONE = new Address(Kind.PHONE, "+254300555101");
  private static final String SID = "SM0000000000000000000000000000abcd";

  @RegisterExtension
  static final WireMockExtension twilio =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final SmsChannel sms = Twilio.smsChannel(twilio.baseUrl());
  private final WhatsAppChannel whatsApp = Twilio.whatsAppChannel(twilio.baseUrl());

  @Test
  void smsGoesFromOurNumberWithPlainQuotesAndAnAddressForReceipts() {
    answer(jsonResponse("{\"sid\":\"" + SID + "\",\"status\":\"queued\"}", 201));

    assertThat(sms.send(reply(PHONE, "Asante. Ng’ombe “wako” & 1+1", null)))
        .isEqualTo(new Accepted(SID));
    twilio.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withBasicAuth(new BasicCredentials(Twilio.ACCOUNT, Twilio.TOKEN))
            .withFormParam("To", equalTo("+254300555101"))
            .withFormParam("From", equalTo("25170"))
            .withFormParam("Body", equalTo("Asante. Ng'ombe \"wako\" & 1+1"))
            .withFormParam("StatusCallback", equalTo("https://tips.example.org/hooks/twilio-sms")));
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, +254300555102, whatsapp:+254300555102",
    "WHATSAPP_USER, KE.13491208655302741918, whatsapp:KE.13491208655302741918"
  })
  void whatsAppGoesToNumbersAndToUserIds(Kind kind, String value, String to) {
    answer(jsonResponse("{\"sid\":\"" + SID + "\"}", 201));

    assertThat(whatsApp.send(reply(new Address(kind, value), "Asante", null)))
        .isEqualTo(new Accepted(SID));
    twilio.verify(
        postRequestedFor(urlEqualTo(MESSAGES))
            .withFormParam("To", equalTo(to))
            .withFormParam("From", equalTo("whatsapp:+254300555000"))
            .withFormParam(
                "StatusCallback", equalTo("https://tips.example.org/hooks/twilio-whatsapp")));
  }

  @Test
  void templateGoesByItsIdAndVariables() {
    answer(jsonResponse("{\"sid\":\"" + SID + "\"}", 201));
    var template = new FilledTemplate("HX1", List.of("Amina \"A\"", "K7F"));

    whatsApp.send(reply(PHONE, "Asante Amina \"A\", ref K7F.", template));

    twilio.verify(
        postRequestedFor(urlEqualTo(MESSAGES))
            .withFormParam("ContentSid", equalTo("HX1"))
            .withFormParam(
                "ContentVariables", equalToJson("{\"1\":\"Amina \\\"A\\\"\",\"2\":\"K7F\"}"))
            .withFormParam("Body", absent()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHORT_CODE", "WORD", "EMAIL"})
  void whatIsNoPhoneNumberIsRefusedWithoutACall(Kind kind) {
    var reply = reply(new Address(kind, "12345"), "Asante", null);

    assertThat(sms.send(reply)).isInstanceOf(Refused.class);
    assertThat(whatsApp.send(reply)).isInstanceOf(Refused.class);
    assertThat(sms.lookUp(reply, Set.of())).isInstanceOf(TryLater.class);
    twilio.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211",
    "400, 21408",
    "400, 21606",
    "400, 21608",
    "400, 21612",
    "400, 21614",
    "400, 21617",
    "400, 21654",
    "400, 63016",
    "400, 63027",
    "404, 20404",
    "400, 99999",
    "403, 0"
  })
  void refusalIsForGoodAndInWords(int status, int code) {
    answer(error(status, code));

    assertThat(sms.send(reply(PHONE, "Asante", null)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.optedOut()).isFalse();
              assertThat(refused.reason()).matches("[A-Z].*[.)]").doesNotContain("254");
            });
  }

  @Test
  void readerWhoToldTwilioStopIsOptedOut() {
    answer(error(400, 21610));

    assertThat(sms.send(reply(PHONE, "Asante", null)))
        .isEqualTo(
            new Refused(
                "The reader told Twilio STOP; only they can undo it, by writing START. (Twilio's"
                    + " error 21610)",
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21611",
    "400, 30001",
    "400, 63018",
    "400, 63038",
    "401, 20003",
    "401, 0",
    "429, 20429"
  })
  void whatOnlyNeedsTimeIsTriedLater(int status, int code) {
    answer(error(status, code));

    assertThat(sms.send(reply(PHONE, "Asante", null))).isInstanceOf(TryLater.class);
  }

  @Test
  void retryAfterIsHeard() {
    answer(error(429, 20429).withHeader("Retry-After", "7"));

    assertThat(sms.send(reply(PHONE, "Asante", null)))
        .isEqualTo(
            new TryLater(
                "Twilio asks us to slow down. (Twilio's error 20429)", Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void faultOfTwilioLeavesItUncertainAndIsOneCall(int status) {
    answer(error(status, 0));

    assertThat(sms.send(reply(PHONE, "Asante", null))).isInstanceOf(Uncertain.class);
    twilio.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionLeavesItUncertainAndIsOneCall(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(sms.send(reply(PHONE, "Asante", null))).isInstanceOf(Uncertain.class);
    twilio.verify(1, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "<html>Welcome</html>", "{\"sid\":null}"})
  void successThatIsNoneLeavesItUncertain(String body) {
    answer(aResponse().withStatus(201).withBody(body));

    assertThat(sms.send(reply(PHONE, "Asante", null))).isInstanceOf(Uncertain.class);
  }

  @Test
  void silenceLeavesItUncertain() {
    answer(jsonResponse("{\"sid\":\"" + SID + "\"}", 201).withFixedDelay(3_000));

    assertThat(sms.send(reply(PHONE, "Asante", null))).isInstanceOf(Uncertain.class);
  }

  @Test
  void nobodyThereIsTriedLater() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }

    assertThat(Twilio.smsChannel("http://127.0.0.1:" + closed).send(reply(PHONE, "A", null)))
        .isInstanceOf(TryLater.class);
  }

  @Test
  void replyIsFoundByRecipientAndWords() {
    list(message("SM1", "inbound", "Asante.", 1), message("SM2", "outbound-api", "Asante.", 1));

    assertThat(sms.lookUp(reply(PHONE, "Asante. ", null), Set.of())).isEqualTo(new Accepted("SM2"));
    twilio.verify(
        getRequestedFor(urlPathEqualTo(MESSAGES))
            .withQueryParam("To", equalTo("+254300555101"))
            .withQueryParam("DateSent>", absent()));
  }

  @Test
  void replyIsNotTakenForAnotherOne() {
    list(
        message("SM0", "outbound-reply", "Asante.", 1),
        message("SM1", "inbound", "Asante.", 1),
        message("SM2", "outbound-api", "Asante.", 1),
        message("SM3", "outbound-api", "Asante.", -120));

    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of("SM2")))
        .isInstanceOf(TryLater.class);
    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of())).isEqualTo(new Accepted("SM2"));
  }

  @Test
  void messageThatNobodyKnowsMayBeTheReplyInOtherWords() {
    list(message("SM1", "outbound-api", "Asante, Amina!", 1));
    var template = new FilledTemplate("HX1", List.of("Amina"));

    assertThat(whatsApp.lookUp(reply(PHONE, "Asante Amina.", template), Set.of()))
        .isInstanceOf(Uncertain.class);
    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of())).isInstanceOf(Uncertain.class);
    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of("SM1")))
        .isInstanceOf(TryLater.class);
  }

  @Test
  void clocksMayBeHalfAMinuteApart() {
    list(message("SM1", "outbound-api", "Asante.", -30));

    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of())).isEqualTo(new Accepted("SM1"));
  }

  @Test
  void listThatCannotBeReadSaysNothing() {
    twilio.stubFor(get(anyUrl()).willReturn(error(503, 0)));

    assertThat(sms.lookUp(reply(PHONE, "Asante.", null), Set.of())).isInstanceOf(Uncertain.class);
  }

  @ParameterizedTest
  @CsvSource({
    "accepted,,ACCEPTED", "scheduled,,ACCEPTED", "queued,,QUEUED", "sending,,SENDING",
    "sent,,SENT", "delivered,,DELIVERED", "read,,READ", "failed,30008,FAILED",
    "undelivered,30003,FAILED", "canceled,,FAILED", "failed,,FAILED", "receiving,,UNKNOWN",
    "hologram,,UNKNOWN"
  })
  void statusIsUnderstood(String status, @Nullable String code, ReplyProgress.Step step) {
    var progress = sms.progress(new ReplyReceipt(SID, status, code));

    assertThat(progress.step()).isEqualTo(step);
    assertThat(progress.failure() != null).isEqualTo(step == ReplyProgress.Step.FAILED);
    assertThat(whatsApp.progress(new ReplyReceipt(SID, status, code))).isEqualTo(progress);
  }

  @Test
  void failureIsInWords() {
    assertThat(whatsApp.progress(new ReplyReceipt(SID, "undelivered", "63016")).failure())
        .startsWith("The 24 hours are over");
    assertThat(sms.progress(new ReplyReceipt(SID, "failed", "21610")).optedOut()).isTrue();
    assertThat(sms.progress(new ReplyReceipt(SID, "failed", "31337")).failure())
        .isEqualTo("Twilio could not send it (error 31337).");
    assertThat(sms.progress(new ReplyReceipt(SID, "failed", "+254")).failure())
        .isEqualTo("It did not arrive, and Twilio does not say why.");
  }

  @Test
  void rulesAreEachMediumsOwn() {
    assertThat(sms.rules().window()).isNull();
    assertThat(sms.rules().countsSegments()).isTrue();
    assertThat(whatsApp.rules().window()).isEqualTo(Duration.ofHours(24));
    assertThat(sms.rules().longest()).isEqualTo(1_600);
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    twilio.stubFor(post(urlEqualTo(MESSAGES)).willReturn(answer));
  }

  /** As Twilio answers: with the number in it, which must not come out anywhere. */
  private static ResponseDefinitionBuilder error(int status, int code) {
    return jsonResponse(
        code == 0 ? "{}" : "{\"code\":%d,\"message\":\"To +254300555101\"}".formatted(code),
        status);
  }

  private static void list(String... messages) {
    twilio.stubFor(
        get(urlPathEqualTo(MESSAGES))
            .willReturn(
                okJson(
                    "{\"messages\":[%s],\"next_page_uri\":null}"
                        .formatted(String.join(",", messages)))));
  }

  private static String message(String sid, String direction, String body, int secondsLater) {
    var created =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            TRIED.plusSeconds(secondsLater).atOffset(ZoneOffset.UTC));
    return """
    {"sid":"%s","direction":"%s","body":"%s","status":"queued","date_created":"%s","date_sent":null}
    """
        .formatted(sid, direction, body, created);
  }

  private static OutgoingReply reply(Address to, String text, @Nullable FilledTemplate template) {
    return new OutgoingReply(UUID.randomUUID(), "token", to, text, template, false, null, TRIED);
  }
}
