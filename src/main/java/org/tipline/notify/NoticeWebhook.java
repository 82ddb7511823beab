package org.tipline.notify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tipline.outbound.Outbound;
import org.tipline.outbound.OutboundFailed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the newsroom's chat by a Slack-compatible incoming webhook.
 *
 * @see <a href="https://api.slack.com/messaging/webhooks">Slack: incoming webhooks</a>
 */
@Component
class NoticeWebhook {

  private final Outbound outbound;
  private final JsonMapper json;
  private final NoticeText text;
  private final NotifySettings settings;

  NoticeWebhook(Outbound outbound, JsonMapper json, NoticeText text, NotifySettings settings) {
    this.outbound = outbound;
    this.json = json;
    this.text = text;
    this.settings = settings;
  }

  void send(List<DueNotice> due) {
    try {
      outbound.post(
          Objects.requireNonNull(settings.slackWebhook(), "tipline.notify.slack-webhook"),
          json.writeValueAsString(Map.of("text", text.body(due))));
    } catch (OutboundFailed e) {
      throw new Unsent("webhook: " + e.getMessage(), Unsent.Then.TRY_AGAIN, e);
    }
  }
}
