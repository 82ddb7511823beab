package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.moderation.TipView.HistoryEntry;

/** What other rooms say in English reaches the editor in their language. */
class HeardTests {

  private static final Pattern WHOLE =
      Pattern.compile(
          "new (?:BadDecision|CannotReply|StaleAnswer|SeatForbids)\\(\\s*\"([^\"]+)\"((?:\\s*\\+\\s*\"[^\"]+\")*)\\s*\\)");

  private HistoryLines history;
  private KnownSentences sentences;
  private Heard heard;

  @BeforeEach
  void swahili() throws IOException {
    var texts = SpokenTexts.in("sw");
    sentences = new KnownSentences(texts);
    history = new HistoryLines(texts, sentences);
    heard = new Heard(texts, sentences, history);
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "moderation", "reply", "triage"})
  void everySentenceOfARefusalIsKnown(String room) throws IOException {
    try (var files = Files.list(Path.of("src/main/java/org/tipline", room))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        WHOLE
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1) + match.group(2).replaceAll("\\s*\\+\\s*\"|\"", ""))
            .forEach(said -> assertThat(sentences.in(said)).as(said).isPresent());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Otieno is on this tip. | Otieno analishughulikia dokezo hili.",
        "No tip has the reference ABC. | Hakuna dokezo lenye kumbukumbu ABC.",
        "A tip that is spam cannot become published; reopen it first. | Hali ya dokezo hili ni"
            + " “Taka” na haiwezi kuwa “Limechapishwa”; lifungue tena kwanza.",
        "The template “a b” has 2 gaps; fill in each of them."
            + " | Maandishi “a b” yana nafasi 2; jaza kila moja.",
        "Give the story's address, beginning with https://."
            + " | Toa anwani ya habari, inayoanza kwa https://.",
        "Achieng rejected this 4 s ago: seen 2 min ago: twice"
            + " | lilikataliwa na Achieng, sekunde 4 zilizopita: seen 2 min ago: twice",
        "Achieng marked this as spam 3 min ago. | liliwekwa kwenye taka na Achieng, dakika 3"
            + " zilizopita",
        "Achieng Otieno assigned this 2 h ago: to Wanjiru"
            + " | lilikabidhiwa na Achieng Otieno, saa 2 zilizopita: kwa Wanjiru",
        "The reader wrote more 5 s ago. | lilipokea zaidi, sekunde 5 zilizopita",
        "It came back 5 s ago: its time had come | lilirudi, sekunde 5 zilizopita: wakati wake"
            + " ulifika",
        "Nobody has written this. | Nobody has written this."
      })
  void sentencesAreSaidAgain(String english, String kiswahili) {
    assertThat(heard.of(english)).isEqualTo(kiswahili);
  }

  @Test
  void whatAnEditorWroteStaysTheirs() {
    assertThat(history.detail(entry("rejected", "from A to B"))).isEqualTo("from A to B");
    assertThat(history.detail(entry("tagged", "No words and no files.")))
        .isEqualTo("No words and no files.");
    assertThat(history.detail(entry("moved", "from News to Western")))
        .isEqualTo("kutoka News hadi Western");
    assertThat(history.detail(entry("screened", "No words and no files.")))
        .isEqualTo("Hakuna maneno wala faili.");
    assertThat(history.detail(entry("undid", "marked as spam"))).isEqualTo("liliwekwa kwenye taka");
    assertThat(history.detail(entry("claimed", null))).isNull();
  }

  @Test
  void bulkNamesTheTipBeforeTheSentence() {
    assertThat(heard.ofTip("K7F-3QXM: A colleague was faster."))
        .isEqualTo("K7F-3QXM: Mwenzako alikutangulia.");
  }

  private static HistoryEntry entry(String action, @Nullable String detail) {
    return new HistoryEntry(Instant.EPOCH, "Otieno", action, detail, null);
  }
}
