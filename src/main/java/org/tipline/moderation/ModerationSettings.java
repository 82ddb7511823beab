package org.tipline.moderation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue puts submissions together.
 *
 * @param joinWindow how long after a reader's last message the next one still belongs to the same
 *     tip
 * @param repeatWindow how far back screening looks for the same words from the same reader
 */
@ConfigurationProperties("tipline.moderation")
record ModerationSettings(
    @DefaultValue("30m") Duration joinWindow, @DefaultValue("24h") Duration repeatWindow) {}
