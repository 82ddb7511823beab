package org.tipline.channel.form;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The web form.
 *
 * @param enabled whether there is a form at all
 * @param postsPerNetwork posts that one /24 or /48 may send in {@code networkWindow}: a whole
 *     neighbourhood can share one address
 * @param postsPerMinute posts from everywhere together
 */
@ConfigurationProperties("tipline.channels.web")
record WebSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("30") int postsPerNetwork,
    @DefaultValue("10m") Duration networkWindow,
    @DefaultValue("600") int postsPerMinute) {}
