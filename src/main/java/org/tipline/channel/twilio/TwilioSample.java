package org.tipline.channel.twilio;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipline.channel.ChannelName;

/** Writes down, as a command for a shell, the call Twilio would make for a tip. */
class TwilioSample {

  private final String accountSid;
  private final TwilioSignature signature;
  private final String url;

  TwilioSample(
      String accountSid, TwilioSignature signature, PublicUrl publicUrl, ChannelName channel) {
    this.accountSid = accountSid;
    this.signature = signature;
    this.url = publicUrl.at("/hooks/" + channel, null);
  }

  /** Each call is another message, or a second try would be taken for a repeat. */
  String command(Map<String, String> message) {
    var parameters = new TreeMap<>(message);
    parameters.put("AccountSid", accountSid);
    parameters.put("MessageSid", "SM" + UUID.randomUUID().toString().replace("-", ""));
    parameters.put("NumMedia", "0");
    return Stream.of(
            "curl -sS -H " + quoted("X-Twilio-Signature: " + signature.of(url, form(parameters))),
            data(parameters),
            quoted(url))
        .collect(joining(" "));
  }

  private static TwilioForm form(Map<String, String> parameters) {
    var values = new LinkedHashMap<String, List<String>>();
    parameters.forEach((name, value) -> values.put(name, List.of(value)));
    return new TwilioForm(values);
  }

  private static String data(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .map(parameter -> "--data-urlencode " + quoted(parameter))
        .collect(joining(" "));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
