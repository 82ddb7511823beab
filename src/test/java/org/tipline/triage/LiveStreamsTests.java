package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.account.SignedIn;
import org.tipline.support.SettableClock;
import tools.jackson.databind.json.JsonMapper;

class LiveStreamsTests {

  private static final UUID ACHIENG = new UUID(0, 1);
  private static final UUID OTIENO = new UUID(0, 2);

  private final SettableClock clock = new SettableClock();
  private final LiveStreams streams =
      new LiveStreams(
          clock,
          new TriageSettings(Duration.ofMinutes(10), Duration.ofMinutes(20), 50, 20),
          JsonMapper.shared());

  @AfterEach
  void stop() {
    streams.stopTimer();
  }

  @Test
  void oneEditorCannotTakeAllPlaces() {
    open(ACHIENG, 12);
    assertThatExceptionOfType(TooManyStreams.class).isThrownBy(() -> streams.open(seats(ACHIENG)));
    open(OTIENO, 8);
    assertThatExceptionOfType(TooManyStreams.class).isThrownBy(() -> streams.open(seats(OTIENO)));
  }

  @Test
  void signingOutEndsAnEditorsStreams() {
    open(ACHIENG, 2);
    open(OTIENO, 1);
    streams.signedOut(new LogoutSuccessEvent(new TestingAuthenticationToken(editor(ACHIENG), "")));
    assertThat(streams.count()).isEqualTo(1);
  }

  @Test
  void whoseSeatsChangeConnectsAnew() {
    open(ACHIENG, 2);
    open(OTIENO, 1);
    streams.end(ACHIENG);
    assertThat(streams.count()).isEqualTo(1);
    streams.endUnless(Map.of(OTIENO, seats(OTIENO).sight()));
    assertThat(streams.count()).isEqualTo(1);
    streams.endUnless(Map.of(OTIENO, new Sight(Set.of(UUID.randomUUID()))));
    assertThat(streams.count()).isZero();
  }

  @Test
  void pagesConnectAnewEveryHour() {
    open(ACHIENG, 1);
    clock.pass(Duration.ofMinutes(59));
    open(OTIENO, 1);
    streams.heartbeat();
    assertThat(streams.count()).isEqualTo(2);
    clock.pass(Duration.ofMinutes(2));
    streams.heartbeat();
    assertThat(streams.count()).isEqualTo(1);
  }

  @Test
  void nothingKeepsTheServerFromStopping() {
    open(ACHIENG, 3);
    streams.shutDown();
    assertThat(streams.count()).isZero();
    assertThatExceptionOfType(TooManyStreams.class).isThrownBy(() -> streams.open(seats(ACHIENG)));
  }

  private void open(UUID editor, int times) {
    for (var n = 0; n < times; n++) {
      streams.open(seats(editor));
    }
  }

  private static Seats seats(UUID editor) {
    return new Seats(editor, Map.of());
  }

  private static SignedIn editor(UUID id) {
    return new SignedIn() {
      @Override
      public UUID editorId() {
        return id;
      }

      @Override
      public String editorName() {
        return "Achieng";
      }

      @Override
      public Seats seats() {
        return LiveStreamsTests.seats(id);
      }
    };
  }
}
