package org.tipline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.client.RestClient;
import org.subethamail.smtp.RejectException;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;

@NewsroomTest(properties = "tipline.public-url=http://127.0.0.1")
@ActiveProfiles("demo")
class PlaygroundTests implements DemoPorts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private DemoSettings settings;
  @Autowired private Mailbox mailbox;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private Http stranger;

  @BeforeEach
  void come() {
    stranger = new Http(port);
  }

  @ParameterizedTest
  @CsvSource({"sms, texts, SMS", "whatsapp, texts, WHATSAPP", "sms, mails, EMAIL"})
  void whatAReaderSendsIsATip(String by, String form, String medium) {
    var words = words();
    assertSent(post(form, by, Map.of("text", words, "subject", "Maji")), by);

    await().atMost(PATIENCE).until(() -> queue.tipsWith(words) == 1);
    assertThat(
            jdbc.sql("select medium from submissions where text like '%' || ? || '%'")
                .param(words)
                .query(String.class)
                .single())
        .isEqualTo(medium);
    assertThat(page("wanjiru", by).text()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"whatsapp, texts", "sms, mails"})
  void pictureComesWithIt(String by, String form) {
    var words = words();
    var picture = page("wanjiru", "whatsapp").select("#picture option").get(2).val();

    post(form, by, Map.of("text", words, "picture", picture));

    await().atMost(PATIENCE).until(() -> storedFilesWith(words) == 1);
  }

  @Test
  void whatCannotBeSentIsGivenBack() {
    var empty = post("texts", "sms", Map.of("text", " \0 "));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(empty.body()).select(".problem").text())
        .isEqualTo("A message has 1 to 1,600 characters.");

    var long1 = post("texts", "sms", Map.of("text", "a".repeat(1_601)));
    assertThat(long1.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(long1.body()).expectFirst("#text").wholeText()).hasSize(1_601);

    var mail = post("mails", "sms", Map.of("text", " ", "subject", "Maji"));
    assertThat(mail.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(mail.body()).select("#subject").val()).isEqualTo("Maji");
  }

  @Test
  void nobodyElseCanWrite() {
    var answer = stranger.post("/demo/texts", Map.of("as", "nobody", "text", "x"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Nobody here has that name");
    assertThat(stranger.get("/demo?as=nobody&by=fax").statusCode()).isEqualTo(200);
  }

  @Test
  void refusedFormsAddressIsThePage() {
    assertThat(stranger.get("/demo/texts").headers().firstValue("Location")).hasValue("/demo");
  }

  @ParameterizedTest
  @CsvSource({"sms, wanjiru, delivered", "whatsapp, wanjiru, read", "sms, halima, undelivered"})
  void whatTheNewsroomSendsArrivesStepByStep(String by, String as, String last) {
    var words = words();
    var line = Line.of(by);
    var person = new People().find(as).orElseThrow();

    var sid = send(line, person, words);

    await()
        .atMost(PATIENCE)
        .until(() -> page(as, by).select("#texts .came").text().contains(words));
    await().atMost(PATIENCE).until(() -> receipts(sid).contains(last));
    assertThat(page(as, by).select("#texts .came:contains(" + words + ") b").text())
        .isEqualTo(last);
    assertThat(receipts(sid)).contains("sent");
    assertThat(list(line.address(person))).contains(sid).contains(words);
  }

  @Test
  void twilioTakesNothingWithoutARecipientOrWords() {
    assertThat(twilio(Map.of("Body", "x"))).contains("21604");
    assertThat(twilio(Map.of("To", "+254300555131", "Body", ""))).contains("21617");
  }

  @Test
  void mailIsAnsweredInItsThread() throws RejectException {
    var words = words();
    mailbox.keep("desk@example.org", "wanjiru.kamau@example.org", mail(words));

    var letter = page("wanjiru", "sms").expectFirst(".letter:contains(" + words + ")");
    var compose = get(letter.select("a.button").attr("href").replace("#compose", ""));
    assertThat(compose.select("#subject").val()).isEqualTo("Re: Maji");
    assertThat(compose.select(".to b").eachText())
        .containsExactly("wanjiru.kamau@example.org", "wananchi+abc@example.org");
    var fields = new LinkedHashMap<String, String>();
    compose.select("#compose input").forEach(field -> fields.put(field.attr("name"), field.val()));
    fields.put("text", "Ndiyo " + words);
    assertSent(stranger.post("/demo/mails", fields), "sms");

    await().atMost(PATIENCE).until(() -> queue.tipsWith("Ndiyo " + words) == 1);
  }

  private static byte[] mail(String words) {
    return """
    From: Mwangaza <wananchi@example.org>
    Reply-To: wananchi+abc@example.org
    Message-ID: <%s@example.org>
    Subject: Maji

    %s
    """
        .formatted(words, words)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String send(Line line, Person person, String words) {
    var answer =
        twilio(
            Map.of(
                "To",
                line.address(person),
                "From",
                line.address(settings.newsroom()),
                "Body",
                words,
                "StatusCallback",
                settings.publicUrl() + line.hook()));
    return answer.replaceAll("(?s).*\"sid\":\"(SM[0-9a-f]{32})\".*", "$1");
  }

  private String twilio(Map<String, String> fields) {
    return twilio()
        .post()
        .uri(messages())
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(new FormBody(fields).encoded())
        .exchange(
            (_, answer) -> new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private String list(String to) {
    return twilio()
        .get()
        .uri(messages() + "?To={to}&DateSent>={day}", to, "2026-01-01")
        .retrieve()
        .requiredBody(String.class);
  }

  private RestClient twilio() {
    var pair = settings.newsroom().account() + ":" + settings.twilioToken();
    var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return RestClient.builder()
        .baseUrl("http://127.0.0.1:" + settings.twilioPort())
        .defaultHeader(HttpHeaders.AUTHORIZATION, "Basic " + basic)
        .build();
  }

  private String messages() {
    return "/2010-04-01/Accounts/" + settings.newsroom().account() + "/Messages.json";
  }

  private String receipts(String sid) {
    return jdbc.sql(
            "select coalesce(string_agg(status, ' '), '') from reply_receipts where external_id ="
                + " ?")
        .param(sid)
        .query(String.class)
        .single();
  }

  private int storedFilesWith(String words) {
    return jdbc.sql(
            """
            select count(*) from attachments a join submissions s on s.id = a.submission_id
            where s.text like '%' || ? || '%' and a.state = 'STORED'
            """)
        .param(words)
        .query(Integer.class)
        .single();
  }

  private HttpResponse<String> post(String form, String by, Map<String, String> more) {
    var fields = new LinkedHashMap<>(more);
    fields.put("as", "wanjiru");
    fields.put("by", by);
    if (form.equals("texts")) {
      fields.remove("subject");
    }
    return stranger.post("/demo/" + form, fields);
  }

  private static void assertSent(HttpResponse<String> answer, String by) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue("/demo?as=wanjiru&by=" + by);
  }

  private Document page(String as, String by) {
    return get("/demo?as=" + as + "&by=" + by);
  }

  private Document get(String path) {
    return Jsoup.parse(stranger.get(path).body());
  }

  private static String words() {
    return "maji" + UUID.randomUUID().toString().replace("-", "");
  }
}
