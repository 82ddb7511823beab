package org.tipline.channel.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.TestFailed;
import org.tipline.outbound.OutboundFailed;
import org.tipline.outbound.OwnAddress;
import org.tipline.outbound.OwnAnswer;

/** Fills in the form on its public address. */
@Component
@WhenFormIsOn
class FormTest implements ChannelTest {

  private static final String PATH = "/tip";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final OwnAddress ours;

  FormTest(OwnAddress ours) {
    this.ours = ours;
  }

  @Override
  public ChannelName channel() {
    return FormChannel.NAME;
  }

  @Override
  public String send(String text) throws TestFailed {
    try {
      var sent = ours.post(PATH, Map.of(), "token=" + encode(token()) + "&text=" + encode(text));
      if (sent.status() / 100 != 3) {
        throw new TestFailed(
            "The form at "
                + ours.at(PATH)
                + " was shown, and sending it was answered "
                + sent.status()
                + ".");
      }
    } catch (OutboundFailed e) {
      throw new TestFailed(
          "Opened " + ours.at(PATH) + " from this machine, and got no answer: " + e.reason());
    }
    return "Opened "
        + ours.at(PATH)
        + " from this machine, filled in the form and sent it, as a reader's browser does.";
  }

  private String token() throws OutboundFailed, TestFailed {
    var page = ours.get(PATH);
    var token = TOKEN.matcher(page.body());
    if (page.status() != 200 || !token.find()) {
      throw new TestFailed(noForm(page));
    }
    return token.group(1);
  }

  private String noForm(OwnAnswer page) {
    return page.status() == 200
        ? "There is a page at " + ours.at(PATH) + ", but not our form: see where your proxy leads."
        : "Opened " + ours.at(PATH) + " from this machine, and it answered " + page.status() + ".";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
