package org.tipline.channel.form;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The page where readers of the form see what became of their tip.
 *
 * @param checksPerNetwork receipt codes that one /24 or /48 may try in {@code networkWindow}
 * @param checksPerMinute codes tried from everywhere together
 */
@ConfigurationProperties("tipline.channels.web.status")
record StatusSettings(
    @DefaultValue("20") int checksPerNetwork,
    @DefaultValue("10m") Duration networkWindow,
    @DefaultValue("120") int checksPerMinute) {}
