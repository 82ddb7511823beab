package org.tipline.moderation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue puts submissions together.
 *
 * @param joinWindow how long after a reader's last message the next one still belongs to the same
 *     tip
 * @param answerWindow how long after an editor's answer by SMS or WhatsApp a reader's next message
 *     belongs to the tip that was answered
 * @param repeatWindow how far back screening looks for the same words from the same reader
 * @param undoWindow how long an editor can take an act back
 * @param wakeEvery how often tips are looked for that were put off until now
 */
@ConfigurationProperties("tipline.moderation")
public record ModerationSettings(
    @DefaultValue("30m") Duration joinWindow,
    @DefaultValue("7d") Duration answerWindow,
    @DefaultValue("24h") Duration repeatWindow,
    @DefaultValue("10s") Duration undoWindow,
    @DefaultValue("5s") Duration wakeEvery) {

  /** An undo that is pressed in time may be on its way for a moment. */
  private static final Duration TRAVEL = Duration.ofSeconds(2);

  /** So long after an act nobody can take it back any more. */
  public Duration standsAfter() {
    return undoWindow.plus(TRAVEL);
  }
}
