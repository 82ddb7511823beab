package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriageSettingsTests {

  private static final Duration TEN = Duration.ofMinutes(10);

  @Test
  void amberComesBeforeRed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TriageSettings(TEN, TEN, 50, 500))
        .withMessageContaining("tipline.triage.amber");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TriageSettings(Duration.ZERO, TEN, 50, 500));
  }

  @Test
  void sizesAreBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TriageSettings(TEN, TEN.plus(TEN), 501, 500))
        .withMessageContaining("page-size");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TriageSettings(TEN, TEN.plus(TEN), 50, 0))
        .withMessageContaining("streams");
  }
}
