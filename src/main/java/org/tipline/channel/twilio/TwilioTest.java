package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.TestFailed;
import org.tipline.outbound.OutboundFailed;
import org.tipline.outbound.OwnAddress;

/** Calls our own webhook as Twilio would; Twilio itself sends nothing without a phone and money. */
class TwilioTest implements ChannelTest {

  private final ChannelName channel;
  private final String address;
  private final String accountSid;
  private final TwilioSignature signature;
  private final OwnAddress ours;

  /** {@code address} is ours, as Twilio writes it. */
  TwilioTest(
      ChannelName channel,
      String address,
      String accountSid,
      TwilioSignature signature,
      OwnAddress ours) {
    this.channel = channel;
    this.address = address;
    this.accountSid = accountSid;
    this.signature = signature;
    this.ours = ours;
  }

  @Override
  public ChannelName channel() {
    return channel;
  }

  @Override
  public String send(String text) throws TestFailed {
    var path = "/hooks/" + channel;
    var form = form(text);
    var signed = signature.of(ours.at(path), new TwilioForm(form));
    try {
      var answer = ours.post(path, Map.of("X-Twilio-Signature", signed), encoded(form));
      if (answer.status() != 200) {
        throw new TestFailed(refused(path, answer.status()));
      }
    } catch (OutboundFailed e) {
      throw new TestFailed(
          "Called " + ours.at(path) + " from this machine, and got no answer: " + e.reason());
    }
    return "Called "
        + ours.at(path)
        + " from this machine as Twilio would, signed with the auth token. It does not show whether"
        + " Twilio calls that address for "
        + address
        + ": that shows a message from a phone.";
  }

  private String refused(String path, int status) {
    var why =
        status == 403
            ? " Something before Tipline, or another Tipline, answers there, or it was started with"
                + " another auth token."
            : " See whether your proxy hands /hooks/ on to Tipline.";
    return "Called " + ours.at(path) + " from this machine, and it answered " + status + "." + why;
  }

  private Map<String, List<String>> form(String text) {
    var form = new LinkedHashMap<String, List<String>>();
    form.put("AccountSid", List.of(accountSid));
    form.put("Body", List.of(text));
    form.put("From", List.of(address));
    form.put("MessageSid", List.of("SM" + UUID.randomUUID().toString().replace("-", "")));
    form.put("NumMedia", List.of("0"));
    form.put("To", List.of(address));
    return form;
  }

  private static String encoded(Map<String, List<String>> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue().getFirst(), UTF_8))
        .collect(joining("&"));
  }
}
