package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.tipline.channel.IncomingFile;

/**
 * What the reader wrote. Twilio promises 1,600 characters at most; what is longer than a screen can
 * show is a file too, whole.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Body</a>
 */
record TwilioText(String whole) {

  /** Characters that are shown, as many as the web form takes. */
  static final int LONGEST = 20_000;

  String shown() {
    return cut(whole, LONGEST);
  }

  boolean isTooLong() {
    return whole.length() > LONGEST;
  }

  Optional<IncomingFile> file() {
    return isTooLong()
        ? Optional.of(new IncomingFile.Enclosed(whole.getBytes(UTF_8), "message.txt", "text/plain"))
        : Optional.empty();
  }

  /** Never within a character. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  @Override
  public String toString() {
    return "TwilioText[" + whole.length() + "]";
  }
}
