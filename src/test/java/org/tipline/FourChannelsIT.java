package org.tipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tipline.support.FormReader;
import org.tipline.support.MailSender;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TwilioCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged application, one tip by each channel over real HTTP and SMTP, up to the API. */
class FourChannelsIT {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String API_TOKEN = "an-api-token-of-forty-characters-at-least";

  /** The smallest picture there is: one pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @RegisterExtension
  static final WireMockExtension TWILIO =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
          .withPerMethodLifecycle(false);

  @TempDir static Path folder;

  private static PackagedTipline tipline;

  @BeforeAll
  static void start() throws Exception {
    tipline = new PackagedTipline(folder, environment());
  }

  static Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("TIPLINE_ADMIN_EMAIL", "otieno@example.org");
    environment.put("TIPLINE_ADMIN_PASSWORD", "mvua-kubwa-Budalangi-42");
    environment.put("TIPLINE_API_TOKEN", API_TOKEN);
    environment.put("TIPLINE_TWILIO_ACCOUNTSID", ACCOUNT);
    environment.put("TIPLINE_TWILIO_AUTHTOKEN", TOKEN);
    environment.put("TIPLINE_TWILIO_APIURL", "http://127.0.0.1:" + TWILIO.getPort());
    environment.put("TIPLINE_OUTBOUND_PRIVATEHOSTS", "127.0.0.1:" + TWILIO.getPort());
    environment.put("TIPLINE_CHANNELS_TWILIOSMS_NUMBER", "25170");
    environment.put("TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER", "+254743570000");
    environment.put("TIPLINE_CHANNELS_EMAIL_ADDRESS", "wananchi@example.org");
    environment.put("TIPLINE_NOTIFY_FROM", "desk@example.org");
    environment.put("SPRING_MAIL_HOST", "127.0.0.1");
    environment.put("SPRING_MAIL_PORT", String.valueOf(MAIL.getSmtp().getPort()));
    return environment;
  }

  @AfterAll
  static void stop() throws Exception {
    tipline.close();
  }

  @Test
  void oneTipByEachChannelComesOutOfOneQueue() throws Exception {
    sendSms();
    sendWhatsAppPhoto();
    sendForm();
    sendMail();

    await().atMost(Duration.ofSeconds(20)).until(() -> tips().size() == 4);
    assertThat(tips().findValuesAsString("medium"))
        .containsExactlyInAnyOrder("SMS", "WHATSAPP", "WEB", "EMAIL");
    assertThat(tips()).allMatch(tip -> tip.get("state").asString().equals("WAITING"));
    awaitPhoto();
    awaitNotices();
    tipline.killAndRestart();
    assertThat(tips().size()).isEqualTo(4);
  }

  private static void sendSms() throws Exception {
    var answer =
        twilio()
            .message(
                "twilio-sms",
                TwilioCaller.messageSid(),
                "+254199000001",
                "Ajali mbaya Naivasha, matatu na lori",
                Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
    assertThat(answer.body()).endsWith("<Response/>");
  }

  private static void sendWhatsAppPhoto() throws Exception {
    var sid = TwilioCaller.messageSid();
    var path =
        "/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + "/Media/ME" + sid.substring(2);
    TWILIO.stubFor(
        WireMock.get(path)
            .willReturn(
                WireMock.aResponse().withHeader("Content-Type", "image/png").withBody(PNG)));
    var answer =
        twilio()
            .message(
                "twilio-whatsapp",
                sid,
                "whatsapp:+254199000002",
                "Mafuriko Budalang’i",
                Map.of(
                    "To", "whatsapp:+254743570000",
                    "ProfileName", "Akinyi",
                    "NumMedia", "1",
                    "MediaContentType0", "image/png",
                    "MediaUrl0", "http://127.0.0.1:" + TWILIO.getPort() + path));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static void sendForm() throws Exception {
    var reader = new FormReader(tipline.base());
    var fields = new LinkedHashMap<>(reader.hiddenFields());
    fields.put("text", "Hakuna maji Pipeline estate kwa wiki mbili");
    fields.put("place", "Pipeline, Embakasi");
    var answer = reader.post(fields, Map.of("notes.txt", "barua".getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(reader.follow(answer).body()).containsPattern("[0-9A-Z]{3}-[0-9A-Z]{4}");
  }

  private static void sendMail() throws Exception {
    var reply =
        new MailSender(tipline.smtpPort())
            .send(
                "wanjiru@example.net",
                "wananchi@example.org",
                "From: Wanjiru <wanjiru@example.net>\r\nTo: wananchi@example.org\r\n"
                    + "Subject: Tender documents\r\nMessage-ID: <1@example.net>\r\n\r\n"
                    + "Three companies, one address.\r\n");
    assertThat(reply).startsWith("250");
  }

  private static void awaitPhoto() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                tips().findValuesAsString("type").contains("image/png")
                    && !tips().toString().contains("\"PENDING\""));
    TWILIO.verify(
        WireMock.getRequestedFor(WireMock.urlPathMatching("/2010-04-01/.*"))
            .withBasicAuth(new BasicCredentials(ACCOUNT, TOKEN)));
  }

  private static void awaitNotices() {
    await().atMost(Duration.ofSeconds(20)).until(() -> !mailsTo("otieno@example.org").isEmpty());
    assertThat(mailsTo("otieno@example.org"))
        .allSatisfy(
            notice ->
                assertThat(notice)
                    .contains("Auto-Submitted: auto-generated")
                    .doesNotContain("Naivasha", "254199", "Akinyi", "Tender", "wanjiru"));
  }

  private static List<String> mailsTo(String address) {
    return Stream.of(MAIL.getReceivedMessages())
        .map(GreenMailUtil::getWholeMessage)
        .filter(mail -> mail.contains("To: " + address))
        .toList();
  }

  private static TwilioCaller twilio() {
    return new TwilioCaller(tipline.base(), tipline.base().toString(), ACCOUNT, TOKEN);
  }

  private static JsonNode tips() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(tipline.base() + "/api/tips"))
            .header("Authorization", "Bearer " + API_TOKEN)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return JsonMapper.shared().readTree(answer.body()).get("tips");
    }
  }
}
