package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tipline.channel.Details;
import org.tipline.channel.Location;

/** FAILURES.md §B 15-17: the same payload in every field, and each of them is only text. */
@DeskTest
class HostileWordsTests {

  static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><!--<script>alert(1)</script>--></svg>",
          "<svg><style>@import 'http://127.0.0.1/x'</style></svg>",
          "<svg><filter><feImage href='http://127.0.0.1/x'/></filter></svg>",
          "<style>@import url(http://127.0.0.1/x)</style>",
          "<link rel=stylesheet href=http://127.0.0.1/x>",
          "<iframe src=javascript:alert(1)></iframe>",
          "<base href=http://127.0.0.1/>",
          "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>",
          "<form action=http://127.0.0.1/><button>x",
          "<a href=javascript:alert(1)>x</a>",
          "<details open ontoggle=alert(1)>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "\"><script>alert(1)</script>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=alert(1) x=\"",
          "</textarea><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "--><script>alert(1)</script><!--",
          "<![CDATA[<script>alert(1)</script>]]>",
          "${7*7} #{7*7} *{7*7} @{x} ~{x} [[${7*7}]] [(${7*7})] __${7*7}__",
          "{{7*7}} <%= 7*7 %> <?php echo 49 ?>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "javascript:alert(1)//\u2028alert(2)",
          "\u202egnp.\u202c<b>bold</b>",
          "http://127.0.0.1/x www.example.org mailto:a@b.c");

  /** All that our own pages are made of. */
  private static final Set<String> FOREIGN =
      Set.of("iframe", "base", "style", "object", "embed", "svg", "math", "template", "noscript");

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;

  private Visitor achieng;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("A <b>chieng");
  }

  @ParameterizedTest
  @FieldSource("PAYLOADS")
  void payloadInEveryFieldIsOnlyText(String payload) {
    var details =
        new Details(
            payload, payload, payload, new Location(1, 2, payload, payload), null, Set.of());
    var tip = "/desk/tips/" + postbox.post(Postbox.someone(), payload, details);
    achieng.submit(tip, tip + "/notes", Map.of("text", payload));
    decide(tip, "reject", Map.of("reason", payload));
    decide(tip, "reopen", Map.of());

    var page = achieng.page(tip);

    assertThat(page.select("article h2.theirs, article p.theirs, article .places .theirs"))
        .hasSize(5)
        .allSatisfy(field -> assertThat(field.wholeText()).isIn(payload, payload + ", " + payload));
    assertThat(page.expectFirst(".note .text").wholeText()).isEqualTo(payload);
    assertThat(page.select(".history .detail"))
        .anySatisfy(detail -> assertThat(detail.wholeText()).isEqualTo(payload));
    assertOurs(page);
    assertOurs(achieng.page("/desk"));
    assertOurs(refused(tip, payload));
    assertOurs(achieng.page("/desk?q=" + encoded(payload)));
  }

  private void decide(String tip, String kind, Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.put("kind", kind);
    fields.put("version", achieng.page(tip).select(".tip").attr("data-version"));
    achieng.submit(tip, tip + "/decisions", fields);
  }

  /** A page that gives back what was typed, longer than may be. */
  private Document refused(String tip, String payload) {
    var fields =
        Map.of(
            "kind",
            "reject",
            "version",
            "0",
            "reason",
            payload.repeat(50),
            "link",
            payload,
            "text",
            payload);
    return Jsoup.parse(achieng.submit(tip, tip + "/decisions", fields).body());
  }

  private static String encoded(String payload) {
    return URLEncoder.encode(payload, UTF_8);
  }

  private static void assertOurs(Document page) {
    assertThat(page.select("script"))
        .allMatch(script -> script.attr("src").matches("/(js|webjars/htmx\\.org)/.*"))
        .allMatch(script -> script.data().isEmpty());
    assertThat(page.select("link")).allMatch(link -> link.attr("href").startsWith("/css/"));
    assertThat(page.select("form")).allMatch(form -> form.attr("action").startsWith("/"));
    assertThat(page.select("img, audio"))
        .allMatch(file -> file.attr("src").startsWith("/desk/files/"));
    assertThat(page.select("a")).allMatch(link -> link.attr("href").matches("[/#].*"));
    assertThat(page.getAllElements()).noneMatch(element -> FOREIGN.contains(element.normalName()));
    assertThat(page.getAllElements()).allSatisfy(HostileWordsTests::assertNoHandler);
  }

  private static void assertNoHandler(Element element) {
    assertThat(element.attributes().asList())
        .noneMatch(
            attribute -> attribute.getKey().startsWith("on") || attribute.getKey().equals("style"));
  }
}
