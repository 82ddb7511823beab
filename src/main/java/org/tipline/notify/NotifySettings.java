package org.tipline.notify;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How editors are told.
 *
 * @param from the sender of notices; mail itself goes out by {@code spring.mail.*}
 * @param slackWebhook a Slack-compatible incoming webhook, null for none
 * @param quiet the shortest time between two mails to one editor
 */
@ConfigurationProperties("tipline.notify")
record NotifySettings(
    @DefaultValue("tipline@localhost") String from,
    @Nullable URI slackWebhook,
    @DefaultValue("1m") Duration quiet) {

  boolean hasSlack() {
    return slackWebhook != null && !slackWebhook.toString().isBlank();
  }

  @Override
  public String toString() {
    return "NotifySettings[from="
        + from
        + ", slackWebhook="
        + (hasSlack() ? "[REDACTED]" : "")
        + "]";
  }
}
