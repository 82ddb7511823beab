package org.tipline.channel.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message to be sent, in Twilio's words.
 *
 * @param body not sent with a template: Twilio has its words
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message">Create
 *     a message</a>
 */
record TwilioSending(
    String to, String from, String body, @Nullable FilledTemplate template, String callback) {

  private static final JsonMapper JSON = new JsonMapper();

  Map<String, String> parameters() {
    var parameters = new LinkedHashMap<>(Map.of("To", to, "From", from));
    parameters.put("StatusCallback", callback);
    if (template == null) {
      parameters.put("Body", body);
    } else {
      parameters.put("ContentSid", template.template());
      parameters.put("ContentVariables", JSON.writeValueAsString(variables(template)));
    }
    return parameters;
  }

  private static Map<String, String> variables(FilledTemplate template) {
    var variables = new LinkedHashMap<String, String>();
    for (var gap = 1; gap <= template.variables().size(); gap++) {
      variables.put("" + gap, template.variables().get(gap - 1));
    }
    return variables;
  }

  @Override
  public String toString() {
    return "TwilioSending";
  }
}
