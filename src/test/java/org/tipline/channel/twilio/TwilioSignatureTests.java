package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.WebhookRequest;

class TwilioSignatureTests {

  private static final String SMS = "/hooks/twilio/sms";

  private static final byte[] A =
      ascii(
          "AccountSid=AC00000000000000000000000000000001&ApiVersion=2010-04-01"
              + "&Body=Habari%21+Barabara+ya+Ngong%E2%80%99+imefungwa&From=%2B254743570000"
              + "&FromCountry=KE&MessageSid=SM00000000000000000000000000000001&NumMedia=0"
              + "&NumSegments=1&SmsMessageSid=SM00000000000000000000000000000001"
              + "&SmsSid=SM00000000000000000000000000000001&SmsStatus=received&To=21234");

  private static final byte[] C =
      ascii(
          "Body=+leading+and+trailing+&Empty=&From=whatsapp%3A%2B254743570000&MessageSid=SM2"
              + "&To=whatsapp%3A%2B14155238886");

  private static final byte[] D = ascii("Body=x&B=upper&a=lower&MediaUrl=b&MediaUrl=a&MediaUrl=a");

  private static final byte[] E = ascii("{\"eventType\":\"x\",\"n\":1}");
  private static final String E_HASH =
      "543d06f606d1495983aa28429f39e3e226f667340c7f8a2e7170f6357c2bd8ab";

  private static final byte[] DOCUMENTED =
      ascii(
          "CallSid=CA1234567890ABCDE&Caller=%2B14158675310&Digits=1234&From=%2B14158675310"
              + "&To=%2B18005551212");

  static Stream<Arguments> vectors() {
    return Stream.of(
        vector("A", "8BNwRuRsGE76I5s00gnOPkNjeQ4=", SMS, null, A),
        vector("B, A with the port", "7SD61Ik5b4RnVHnjn0/YdZvPSZU=", SMS, null, A),
        vector("C", "1EM6bovAzJK/3IDXdi6nGApaKpk=", SMS, "src=a%20b", C),
        vector("D", "t2qiDc80Y1WYkImYz8AFh4coZ5s=", SMS, null, D),
        vector(
            "E",
            "4//rBm8xVPonucFsXFVdpZZ1RZ0=",
            "/hooks/twilio/events",
            "bodySHA256=" + E_HASH,
            E));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void computedVectorIsGood(String name, WebhookRequest request) {
    assertThat(signature("https://tips.example.org").isOn(request)).as(name).isTrue();
  }

  @Test
  void documentedVectorIsGood() {
    var request =
        Twilio.post("/myapp.php", "foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=", DOCUMENTED);

    assertThat(signature("https://example.com", "12345").isOn(request)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://tips.example.org,          7SD61Ik5b4RnVHnjn0/YdZvPSZU=, true",
    "https://tips.example.org:443,      8BNwRuRsGE76I5s00gnOPkNjeQ4=, true",
    "https://tips.example.org:8443,     8BNwRuRsGE76I5s00gnOPkNjeQ4=, true",
    "https://tips.example.org:8443,     7SD61Ik5b4RnVHnjn0/YdZvPSZU=, true",
    "https://tips.example.org/,         8BNwRuRsGE76I5s00gnOPkNjeQ4=, true",
    "https://tips.example.org/prefix,   8BNwRuRsGE76I5s00gnOPkNjeQ4=, false",
    "http://tips.example.org,           8BNwRuRsGE76I5s00gnOPkNjeQ4=, false",
    "https://evil.example.org,          8BNwRuRsGE76I5s00gnOPkNjeQ4=, false",
    "https://tips.example.org,          8bnwrurSGE76I5s00gnOPkNjeQ4=, false",
    "https://tips.example.org,          8BNwRuRsGE76I5s00gnOPkNjeQ4,  false",
    "https://tips.example.org,          '',                           false",
    "https://tips.example.org,          Habari ’,                     false",
  })
  void configuredAddressDecides(String publicUrl, String given, boolean isGood) {
    var request = Twilio.post(SMS, null, given, A);

    assertThat(signature(publicUrl).isOn(request)).isEqualTo(isGood);
  }

  @Test
  void prefixOfTheConfiguredAddressBelongsToIt() {
    var given = Twilio.signature(Twilio.TOKEN, "https://example.org/tips/hooks/twilio-sms", A);
    var request = Twilio.post("/hooks/twilio-sms", null, given, A);

    assertThat(signature("https://example.org/tips/").isOn(request)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=a%2Bb", "src=a%20b", "x=a+b&y", ""})
  void queryIsSignedAsItCame(String query) {
    var given =
        Twilio.signature(Twilio.TOKEN, "https://tips.example.org:443" + SMS + "?" + query, A);

    assertThat(signature("https://tips.example.org").isOn(Twilio.post(SMS, query, given, A)))
        .isTrue();
    assertThat(signature("https://tips.example.org").isOn(Twilio.post(SMS, "x=a%2bb", given, A)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Body=leading+and+trailing&Empty=&From=whatsapp%3A%2B254743570000",
        "Body=+leading+and+trailing+&From=whatsapp%3A%2B254743570000",
        "Body=+leading+and+trailing+&Empty=&From=whatsapp%3A+254743570000",
        "body=+leading+and+trailing+&Empty=&From=whatsapp%3A%2B254743570000",
      })
  void anotherBodyIsNotTheSignedOne(String body) {
    var changed = ascii(body + "&MessageSid=SM2&To=whatsapp%3A%2B14155238886");
    var request = Twilio.post(SMS, "src=a%20b", "1EM6bovAzJK/3IDXdi6nGApaKpk=", changed);

    assertThat(signature("https://tips.example.org").isOn(request)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BodyxMediaUrlaMediaUrlaMediaUrlb", "BodyxMediaUrlbMediaUrlaMediaUrla"})
  void repeatedNamesMayBeSignedWithTheirRepeats(String signed) {
    var given =
        Twilio.signature(Twilio.TOKEN, "https://tips.example.org" + SMS + signed, new byte[0]);
    var body = ascii("Body=x&MediaUrl=b&MediaUrl=a&MediaUrl=a");

    assertThat(signature("https://tips.example.org").isOn(Twilio.post(SMS, null, given, body)))
        .isTrue();
  }

  @Test
  void eitherTokenIsGoodWhileOneReplacesTheOther() {
    var request = Twilio.post(SMS, null, "8BNwRuRsGE76I5s00gnOPkNjeQ4=", A);

    assertThat(signature("https://tips.example.org", "new", Twilio.TOKEN).isOn(request)).isTrue();
    assertThat(signature("https://tips.example.org", Twilio.TOKEN, "old").isOn(request)).isTrue();
    assertThat(signature("https://tips.example.org", "new").isOn(request)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"{}, " + E_HASH, "'{\"eventType\":\"x\",\"n\":1}', 543d"})
  void bodyMustHaveTheSignedHash(String body, String hash) {
    var query = "bodySHA256=" + hash;
    var url = "https://tips.example.org/hooks/twilio/events?" + query;
    var given = Twilio.signature(Twilio.TOKEN, url, new byte[0]);
    var request = Twilio.post("/hooks/twilio/events", query, given, ascii(body));

    assertThat(signature("https://tips.example.org").isOn(request)).isFalse();
  }

  @Test
  void requestWithoutASignatureIsNotSigned() {
    var request = new WebhookRequest("POST", SMS, null, Map.of(), A);

    assertThat(signature("https://tips.example.org").isOn(request)).isFalse();
  }

  @Test
  void twiliosOwnLibraryAgrees() {
    var random = new Random(20261105);
    var url = "https://tips.example.org" + SMS;
    for (int round = 0; round < 500; round++) {
      var parameters = parameters(random);
      var values = new LinkedHashMap<String, List<String>>();
      parameters.forEach((name, value) -> values.put(name, List.of(value)));
      var body = Twilio.form(parameters);

      var signed = signature("https://tips.example.org").of(url, new TwilioForm(values));

      assertThat(new RequestValidator(Twilio.TOKEN).validate(url, parameters, signed)).isTrue();
      assertThat(signature("https://tips.example.org").isOn(Twilio.post(SMS, null, signed, body)))
          .isTrue();
    }
  }

  private static Map<String, String> parameters(Random random) {
    var parameters = new LinkedHashMap<String, String>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      parameters.put("P" + text(random, "aZ09_"), text(random, "aZ0 +%&=\t\n’é😀\u200f؟"));
    }
    return parameters;
  }

  private static String text(Random random, String alphabet) {
    var symbols = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.appendCodePoint(symbols[random.nextInt(symbols.length)]);
    }
    return text.toString();
  }

  private static Arguments vector(
      String name, String signature, String path, @Nullable String query, byte[] body) {
    return Arguments.of(name, Twilio.post(path, query, signature, body));
  }

  private static TwilioSignature signature(String publicUrl, String... tokens) {
    var secrets = Stream.of(tokens.length == 0 ? new String[] {Twilio.TOKEN} : tokens);
    return new TwilioSignature(
        PublicUrl.of(publicUrl, "a test"), secrets.map(Secret::new).toList());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(UTF_8);
  }
}
