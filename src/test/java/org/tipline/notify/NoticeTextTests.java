package org.tipline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTextTests {

  private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");

  private final NoticeText text =
      new NoticeText(URI.create("https://tips.example.org"), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void ofEightHundredTipsTheFiftyThatWaitLongestAreNamed() {
    var due = new ArrayList<>(IntStream.range(0, 826).mapToObj(this::notice).toList());
    Collections.reverse(due);
    var body = text.body(due);

    assertThat(text.subject(due)).isEqualTo("826 tips wait");
    assertThat(body.lines().filter(line -> line.contains("  News  SMS  "))).hasSize(50);
    assertThat(body)
        .contains("R00-0825", "R00-0776", "and 776 more\n\nhttps://tips.example.org/desk\n")
        .doesNotContain("R00-0775");
  }

  private DueNotice notice(int number) {
    var openedAt = NOW.minus(Duration.ofMinutes(number));
    var reference = "R00-%04d".formatted(number);
    return new DueNotice(
        UUID.randomUUID(), reference, "News", "SMS", openedAt, NoticeKind.OPENED, 1);
  }
}
