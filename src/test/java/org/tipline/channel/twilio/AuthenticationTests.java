package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

class AuthenticationTests {

  private static final String PATH = "/hooks/twilio-sms";

  static Stream<WebhookChannel> channels() {
    return Stream.of(Twilio.smsChannel(), Twilio.whatsAppChannel());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void signedMessageIsLetIn(WebhookChannel channel) {
    var request = Twilio.call(channel.name(), Twilio.fixture("sms"));

    assertThatCode(() -> channel.authenticate(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void signatureOfAnotherAddressIsForged(WebhookChannel channel) {
    var request = Twilio.call(channel.name(), Twilio.fixture("sms"));
    var elsewhere =
        new WebhookRequest("POST", "/hooks/other", null, request.headers(), request.body());

    assertThatThrownBy(() -> channel.authenticate(elsewhere)).isInstanceOf(ForgedDelivery.class);
  }

  @Test
  void everyChangedByteIsForged() {
    var request = Twilio.call(SmsChannel.NAME, Twilio.fixture("sms"));
    for (int i = 0; i < request.body().length; i++) {
      var changed = request.body().clone();
      changed[i] ^= 2;
      var forged =
          Twilio.post(PATH, null, request.header("x-twilio-signature").orElseThrow(), changed);

      assertThatThrownBy(() -> Twilio.smsChannel().authenticate(forged))
          .isInstanceOf(ForgedDelivery.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "host,              tips.example.org",
    "x-forwarded-host,  evil.example.org",
    "x-forwarded-proto, http",
    "forwarded,         host=evil.example.org",
  })
  void headersOfARequestDoNotMoveTheAddress(String name, String value) {
    var signed = Twilio.call(SmsChannel.NAME, Twilio.fixture("sms"));
    var headers = new HashMap<>(signed.headers());
    headers.put(name, List.of(value));
    var request = new WebhookRequest("POST", PATH, null, headers, signed.body());

    assertThatCode(() -> Twilio.smsChannel().authenticate(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MessageSid=SM1",
        "MessageSid=SM1&AccountSid=",
        "MessageSid=SM1&AccountSid=AC00000000000000000000000000000002",
        "MessageSid=SM1&AccountSid=ac00000000000000000000000000000001",
        "MessageSid=SM1&AccountSid=AC00000000000000000000000000000001&AccountSid=AC2",
      })
  void messageOfAnotherAccountIsForged(String body) {
    assertThatThrownBy(() -> Twilio.smsChannel().authenticate(signed(body)))
        .isInstanceOf(ForgedDelivery.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Body=x", "MessageSid=&SmsSid=+", "MessageSid=SM1%0d%0a", "MessageSid=%00"})
  void messageWithoutAnIdIsUnacceptable(String body) {
    var request = signed("AccountSid=" + Twilio.ACCOUNT + "&" + body);

    assertUnacceptable(request, 400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  application/x-www-form-urlencoded,        405",
    "PUT,  application/x-www-form-urlencoded,        405",
    "POST, application/json,                         415",
    "POST, multipart/form-data; boundary=x,          415",
    "POST, application/x-www-form-urlencodedx,       415",
    "POST, text/plain; application/x-www-form-urlencoded, 415",
    "POST, '',                                       415",
  })
  void onlyAPostedFormIsTaken(String method, String type, int status) {
    var signed = Twilio.call(SmsChannel.NAME, Twilio.fixture("sms"));
    var headers = Map.of("content-type", List.of(type));

    assertUnacceptable(new WebhookRequest(method, PATH, null, headers, signed.body()), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded;charset=utf-8",
        "Application/X-WWW-Form-URLEncoded ; charset=\"UTF-8\""
      })
  void formIsAFormWithAnyParameters(String type) {
    var signed = Twilio.call(SmsChannel.NAME, Twilio.fixture("sms"));
    var headers = new HashMap<>(signed.headers());
    headers.put("content-type", List.of(type));
    var request = new WebhookRequest("POST", PATH, null, headers, signed.body());

    assertThatCode(() -> Twilio.smsChannel().authenticate(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "sms,                    SM00000000000000000000000000000a01",
    "mms-photo,              MM00000000000000000000000000000b01",
    "whatsapp-voice,         MM00000000000000000000000000000c03",
    "sms-status-delivered,   SM00000000000000000000000000000d01:delivered",
    "sms-status-failed,      SM00000000000000000000000000000d02:undelivered",
    "whatsapp-status-read,   SM00000000000000000000000000000d03:read",
  })
  void keyIsTheMessageOrTheStateItReached(String fixture, String key) {
    for (var channel : channels().toList()) {
      assertThat(channel.key(Twilio.call(channel.name(), Twilio.fixture(fixture)))).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SmsSid=SM9&Body=,                                        SM9",
    "SmsMessageSid=SM9&Body=,                                 SM9",
    "MessageSid=SM9&SmsStatus=received&Body=,                 SM9",
    "MessageSid=SM9&SmsStatus=receiving&Body=,                SM9",
    "MessageSid=SM9&MessageStatus=received,                   SM9",
    "MessageSid=SM9&SmsStatus=whatever&Body=,                 SM9",
    "SmsSid=SM9&SmsStatus=sent,                               SM9:sent",
    "MessageSid=SM9&MessageStatus=Sent&SmsStatus=sent,        SM9:sent",
  })
  void olderProductsSayTheSameInOtherWords(String body, String key) {
    assertThat(Twilio.smsChannel().key(signed(body))).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void answerSaysNothingToTheReader(WebhookChannel channel) {
    var answer = channel.stored();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/xml");
    assertThat(new String(answer.body(), UTF_8))
        .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
  }

  private static void assertUnacceptable(WebhookRequest request, int status) {
    assertThatThrownBy(() -> Twilio.smsChannel().authenticate(request))
        .isInstanceOfSatisfying(
            UnacceptableDelivery.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }

  private static WebhookRequest signed(String body) {
    return Twilio.call(SmsChannel.NAME, body.getBytes(UTF_8));
  }
}
