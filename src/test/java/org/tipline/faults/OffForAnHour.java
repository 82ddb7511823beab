package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tipline.support.TwilioStore;

/**
 * What readers sent while nobody was there to be called, had from Twilio's list at the next start:
 * in pages of which one fails, while new messages come in front of them.
 */
final class OffForAnHour {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int MEANWHILE = 5;

  private final Newsroom newsroom;
  private final Table table;
  private final Ledger ledger = new Ledger();
  private final TwilioStore twilio = new TwilioStore(Client.ACCOUNT);

  OffForAnHour(Newsroom newsroom, Table table) {
    this.newsroom = newsroom;
    this.table = table;
  }

  void miss(int messages) throws Exception {
    newsroom.gateway().kill();
    var hour = Duration.ofHours(1);
    var now = Clock.systemUTC().instant();
    for (var n = 0; n < messages; n++) {
      keep(now.minus(hour).plus(hour.multipliedBy(n).dividedBy(messages)));
    }
    twilio.failAfter(1, 503, 20500, "");
    twilio.beforeNextPage(() -> {});
    twilio.beforeNextPage(this::keepMore);
    try (var back = newsroom.gateway("back", newsroom.postgres().url(), settings())) {
      await().atMost(PATIENCE).until(() -> figures().lost() == 0);
      newsroom.awaitSorted(List.of(back), PATIENCE);
    }
    var figures = figures();
    table.add(
        "off for an hour, %d messages at Twilio".formatted(messages),
        figures,
        MEANWHILE + " more while its pages are read, one of which fails once");
    Faults.assertNothingLostNorDoubled(figures);
    assertThat(figures.received()).isEqualTo(messages + MEANWHILE);
    newsroom.gateway().restart();
  }

  /** With one list to look through, soon again, and nobody to answer. */
  private Map<String, String> settings() {
    return Map.of(
        "TIPLINE_TWILIO_APIURL", twilio.url(),
        "TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER", "",
        "TIPLINE_INTAKE_COLLECT_EVERY", "15s",
        "TIPLINE_REPLY_ACKNOWLEDGE", "false");
  }

  private void keepMore() {
    for (var n = 0; n < MEANWHILE; n++) {
      keep(Clock.systemUTC().instant());
    }
  }

  /** For who sent it, it is received: Twilio said so. */
  private void keep(Instant at) {
    var message = Faults.message();
    ledger.sent(message);
    ledger.answered(Client.SMS, message, "200", 0);
    twilio.keep("SM" + message.id, message.sender, "25170", message.text(), at, Map.of());
  }

  private Ledger.Figures figures() {
    return ledger.compare(newsroom.postgres().client());
  }
}
