package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each editor reads the desk in the language they chose. */
@DeskTest
class LanguageTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;

  @Test
  void editorWhoChoseNothingReadsTheNewsroomsFirstLanguage() {
    var page = visitors.editor("Achieng").page("/desk");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("#rail h2:first-child").text()).isEqualTo("Queue");
  }

  @Test
  void editorChoosesAndEveryPageAndRefusalFollows() {
    var tip = "/desk/tips/" + postbox.post("Mafuriko Budalangi");
    var nekesa = visitors.editor("Nekesa");
    choose(nekesa, "sw");

    var page = nekesa.page(tip);
    assertThat(page.select("html").attr("lang")).isEqualTo("sw");
    assertThat(page.select("#rail h2:first-child").text()).isEqualTo("Foleni");
    assertThat(page.select(".act button").text()).contains("Kubali");
    assertThat(page.select(".history").text()).contains("lilifunguliwa");
    assertThat(nekesa.page("/desk?state=NONE").select(".problem").text())
        .contains("Hakuna hali “NONE”");

    var refused = nekesa.submit(tip, tip + "/decisions", Map.of("kind", "accept"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(refused.body()).select("main .problem").text())
        .isEqualTo("Fomu haikufika yote; fungua dokezo tena kisha urudie.");
    var noted = nekesa.submit(tip, tip + "/notes", Map.of("text", ""));
    assertThat(noted.body()).contains("Andiko lina herufi 1 hadi 10,000.");
  }

  @Test
  void whatWasDoneIsSaidInTheSameLanguage() {
    var reference = postbox.post("Hakuna maji");
    var nekesa = visitors.editor("Nekesa");
    choose(nekesa, "sw");
    var version = nekesa.page("/desk/tips/" + reference).select("#tip").attr("data-version");
    nekesa.submit("/desk", "/desk/bulk", Map.of("kind", "spam", "pick", reference + ":" + version));

    assertThat(nekesa.page("/desk").select("#undo").text())
        .contains("Dokezo 1 limewekwa kwenye taka");
  }

  @Test
  void choiceCanBeTakenBack() {
    var first = visitors.editor("Nekesa");
    choose(first, "sw");
    choose(first, "en");
    assertThat(first.page("/desk").select("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void languageThatNobodyWroteIsRefused() {
    var editor = visitors.editor("Nekesa");
    var answer = editor.submit("/desk/habits", "/desk/habits", Map.of("language", "tlh"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("pick one of the list");
  }

  @Test
  void signInPageSpeaksAsTheBrowserAsks() {
    var kiswahili =
        Jsoup.parse(visitors.stranger().get("/sign-in", "Accept-Language", "sw").body());
    assertThat(kiswahili.select("html").attr("lang")).isEqualTo("sw");
    assertThat(kiswahili.select("h1").text()).isEqualTo("Ingia");
    var german = Jsoup.parse(visitors.stranger().get("/sign-in", "Accept-Language", "de").body());
    assertThat(german.select("h1").text()).isEqualTo("Sign in");
  }

  private static void choose(Visitor editor, String language) {
    editor.submit(
        "/desk/habits",
        "/desk/habits",
        Map.of("keys", "true", "covers", "true", "language", language));
  }
}
