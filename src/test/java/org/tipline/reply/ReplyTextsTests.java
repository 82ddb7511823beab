package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.tipline.channel.SmsSegments;
import org.tipline.channel.SmsText;

class ReplyTextsTests {

  private static final String TEXTS = "tipline.reply.texts.";
  private static final Map<Placeholder, String> FILLED =
      Map.of(
          Placeholder.REFERENCE, "K7F-3QXR", Placeholder.LINK, "https://news.example.org/bridge");

  @Test
  void acknowledgementSpeaksTheReadersLanguage() {
    var texts = texts(Map.of());

    assertThat(texts.of(ReplyText.ACKNOWLEDGEMENT, "sw", FILLED))
        .startsWith("Asante. Ref K7F-3QXR.")
        .contains("HALI K7F-3QXR", "ACHA");
    assertThat(texts.of(ReplyText.ACKNOWLEDGEMENT, "en", FILLED))
        .startsWith("Thank you. Ref K7F-3QXR.")
        .contains("STATUS K7F-3QXR", "STOP");
  }

  @Test
  void newsroomsFirstLanguageIsForAllOthers() {
    var texts = new ReplyTexts(settings(Map.of()), new NewsroomSettings("M", List.of("sw", "en")));

    assertThat(texts.of(ReplyText.ACKNOWLEDGEMENT, null, FILLED)).startsWith("Asante");
    assertThat(texts.of(ReplyText.ACKNOWLEDGEMENT, "fr", FILLED)).startsWith("Asante");
    assertThat(texts.of(ReplyText.ACKNOWLEDGEMENT, "en", FILLED)).startsWith("Thank you");
  }

  @ParameterizedTest
  @EnumSource(ReplyText.class)
  void everyPackagedTextIsOneSmsWithoutAGap(ReplyText text) {
    for (var language : List.of("en", "sw")) {
      var words = texts(Map.of()).of(text, language, FILLED);

      assertThat(words).doesNotContain("{").doesNotContain("}");
      if (text.isSms()) {
        assertThat(SmsSegments.of(SmsText.of(words)).count()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatFillsAGapIsNotLookedAtForGaps() {
    var link = "https://news.example.org/{reference}$1\\";

    assertThat(
            texts(Map.of())
                .of(
                    ReplyText.PUBLISHED,
                    "en",
                    Map.of(Placeholder.REFERENCE, "K7F-3QXR", Placeholder.LINK, link)))
        .contains(link);
  }

  @Test
  void cannedReplyThatNeedsALinkIsOfferedWithOne() {
    var reference = Map.of(Placeholder.REFERENCE, "K7F-3QXR");

    assertThat(texts(Map.of()).canned("sw", reference))
        .extracting(CannedReply::id)
        .containsExactly("more", "photo", "call", "checking", "thanks");
    assertThat(texts(Map.of()).canned("sw", FILLED))
        .filteredOn(canned -> canned.id().equals("story"))
        .containsExactly(
            new CannedReply(
                "story",
                "Send the story",
                "Habari yenyewe ni hii: https://news.example.org/bridge"));
    assertThat(texts(Map.of()).canned("sw", reference).getFirst().text())
        .startsWith("Asante kwa K7F-3QXR.");
  }

  @Test
  void operatorsWordsReplaceOurs() {
    var texts = texts(Map.of(TEXTS + "en.stop", "Bye from “{newsroom}”."));

    assertThat(texts.of(ReplyText.STOP, "en", Map.of())).isEqualTo("Bye from “Mwangaza Daily”.");
    assertThat(texts.of(ReplyText.STOP, "sw", Map.of())).startsWith("Hutapokea");
  }

  @Test
  void textLongerThanOneSmsIsRefused() {
    assertRefused("en.stop", "a".repeat(161), " takes 161 characters when its placeholders are");
    assertRefused("en.help", "{newsroom}" + "a".repeat(147), " takes 161 characters when");
    assertRefused("en.status-published", "{reference} {link}" + "a".repeat(92), " takes 161 char");
    texts(Map.of(TEXTS + "en.stop", "a".repeat(160)));
    texts(Map.of(TEXTS + "en.stop", "’".repeat(160)));
    texts(Map.of(TEXTS + "en.acknowledgement-mail", "{reference} ç" + "a".repeat(500)));
  }

  @Test
  void letterThatTurnsAnSmsToUcs2IsRefused() {
    assertRefused("sw.start", "Karibu 😀", " has “😀”, with which an SMS holds 70 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{refrence}", "{reader}", "{}", "{link}", "{Reference}"})
  void gapThatNothingFillsIsRefused(String gap) {
    assertRefused(
        "en.acknowledgement",
        "Ref {reference} " + gap,
        " has " + gap + ", which nothing fills there; it may have {reference}, {newsroom}.");
  }

  @Test
  void textThatSaysNothingIsRefused() {
    assertRefused("en.acknowledgement", "Thank you.", " must have {reference} in it.");
    assertRefused(
        "en.stop",
        " ",
        " is missing: write it into config/replies.yaml, or take en out of"
            + " tipline.newsroom.languages.");
    assertRefused("en.acknowledgment", "Ref {reference}", " is no text of Tipline's; there are ");
  }

  @Test
  void languageWithoutTextsIsRefused() {
    assertThatThrownBy(
            () ->
                new ReplyTexts(settings(Map.of()), new NewsroomSettings("M", List.of("en", "so"))))
        .isInstanceOf(BadReplyTexts.class)
        .hasMessage(
            TEXTS
                + "so.acknowledgement is missing: write it into config/replies.yaml, or take so out"
                + " of tipline.newsroom.languages.");
    assertThatThrownBy(
            () -> new ReplyTexts(settings(Map.of()), new NewsroomSettings("M", List.of())))
        .hasMessage("Set tipline.newsroom.languages to one language at least.");
  }

  @Test
  void cannedReplyNeedsNameAndEveryLanguage() {
    assertThatThrownBy(() -> texts(Map.of("tipline.reply.canned.x.en", "Hello")))
        .hasMessage("tipline.reply.canned.x.name is missing: editors pick the reply by it.");
    assertThatThrownBy(
            () ->
                texts(
                    Map.of(
                        "tipline.reply.canned.x.name", "Hello",
                        "tipline.reply.canned.x.en", "Hello")))
        .hasMessageStartingWith("tipline.reply.canned.x.sw is missing: ");
    assertThatThrownBy(() -> texts(Map.of("tipline.reply.canned.more.sw", "{jina}")))
        .hasMessage(
            "tipline.reply.canned.more.sw has {jina}, which nothing fills there; it may have"
                + " {reference}, {newsroom}, {link}.");
  }

  @Test
  void refusalIsASentenceAndNotAStackTrace() {
    assertThat(new BadReplyTextsAnalyzer().analyze(new BadReplyTexts("Shorten it.")))
        .hasFieldOrPropertyWithValue("action", "Shorten it.")
        .extracting("description")
        .asString()
        .contains("config/replies.yaml");
  }

  private static void assertRefused(String key, String words, String because) {
    assertThatThrownBy(() -> texts(Map.of(TEXTS + key, words)))
        .isInstanceOf(BadReplyTexts.class)
        .hasMessageStartingWith(TEXTS + key + because);
  }

  private static ReplyTexts texts(Map<String, String> operators) {
    return new ReplyTexts(
        settings(operators), new NewsroomSettings("Mwangaza Daily", List.of("en", "sw")));
  }

  private static ReplySettings settings(Map<String, String> operators) {
    return new Binder(List.of(new MapConfigurationPropertySource(operators), packaged()))
        .bind("tipline.reply", ReplySettings.class)
        .get();
  }

  private static ConfigurationPropertySource packaged() {
    try {
      var yaml = new ClassPathResource("replies.yaml");
      return ConfigurationPropertySources.from(
              new YamlPropertySourceLoader().load("replies", yaml).getFirst())
          .iterator()
          .next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
