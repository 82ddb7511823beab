package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.submission.Submission;

class SubmissionWordsTests {

  private final SubmissionWords words = new SubmissionWords(SpokenTexts.in("en"));

  @Test
  void formThatAllowsNothingForbidsBoth() {
    assertThat(words.limits(by(Medium.WEB, Set.of())))
        .containsExactly("do not contact", "do not name");
  }

  @Test
  void formThatAllowsForbidsNothing() {
    assertThat(words.limits(by(Medium.WEB, EnumSet.of(Mark.MAY_CONTACT, Mark.MAY_NAME)))).isEmpty();
  }

  @Test
  void whereNobodyWasAskedNothingIsForbidden() {
    assertThat(words.limits(by(Medium.SMS, Set.of()))).isEmpty();
  }

  @Test
  void everyMarkHasWords() {
    assertThat(words.sorted(EnumSet.allOf(Mark.class)))
        .extracting(words::mark)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z ]+"));
  }

  @Test
  void pinIsToldInDegrees() {
    assertThat(words.coordinates(new Location(0.12874, 33.98361, null, null)))
        .isEqualTo("0.1287° N, 33.9836° E");
    assertThat(words.coordinates(new Location(-1.2921, -36.8, null, null)))
        .isEqualTo("1.2921° S, 36.8000° W");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "999, 999 B", "52000, 52 kB", "1234567, 1.2 MB"})
  void sizesAreShort(long bytes, String size) {
    assertThat(words.size(bytes)).isEqualTo(size);
  }

  @Test
  void onlySoundThatBrowsersKnowIsPlayed() {
    assertThat(words.canPlay("audio/opus")).isTrue();
    assertThat(words.canPlay("audio/amr")).isFalse();
    assertThat(words.canPlay("text/html")).isFalse();
    assertThat(words.canPlay(null)).isFalse();
  }

  private static Submission by(Medium medium, Set<Mark> marks) {
    var now = Instant.EPOCH;
    return new Submission(
        new UUID(0, 1),
        new ChannelName("paper"),
        medium,
        "1",
        null,
        now,
        now,
        "",
        null,
        null,
        null,
        null,
        null,
        marks,
        List.of());
  }
}
