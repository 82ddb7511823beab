package org.tipline.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.tipline.support.MailSender;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TwilioCaller;

/** Sends one tip by one channel, as often as it is asked to, always under the same id. */
enum Client {
  SMS {
    @Override
    String send(PackagedTipline to, Message message) throws IOException, InterruptedException {
      return twilio(to, "twilio-sms", message.id, message.sender, message.text());
    }
  },
  WHATSAPP {
    @Override
    String send(PackagedTipline to, Message message) throws IOException, InterruptedException {
      return twilio(
          to, "twilio-whatsapp", message.id, "whatsapp:" + message.sender, message.text());
    }
  },
  WEB {
    @Override
    String send(PackagedTipline to, Message message) throws IOException, InterruptedException {
      if (message.token.isEmpty()) {
        message.token = token(to);
      }
      return code(
          HTTP.send(
              HttpRequest.newBuilder(to.base().resolve("/tip"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .timeout(PATIENCE)
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "token=" + encode(message.token) + "&text=" + encode(message.text())))
                  .build(),
              HttpResponse.BodyHandlers.discarding()));
    }
  },
  EMAIL {
    @Override
    String send(PackagedTipline to, Message message) throws IOException {
      return new MailSender(to.smtpPort())
          .send(
              message.sender + "@example.net",
              "wananchi@example.org",
              "From: <"
                  + message.sender
                  + "@example.net>\r\nSubject: "
                  + message.text()
                  + "\r\n\r\nx")
          .substring(0, 3);
    }
  };

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  /** The code of the answer: 200, 303, 503, 250, 451. */
  abstract String send(PackagedTipline to, Message message)
      throws IOException, InterruptedException;

  static boolean isReceived(String code) {
    return code.equals("200") || code.equals("303") || code.equals("250");
  }

  /** An SMS of any words, with an id of its own. */
  static String sms(PackagedTipline to, String sender, String text)
      throws IOException, InterruptedException {
    return twilio(to, "twilio-sms", TwilioCaller.messageSid().substring(2), sender, text);
  }

  /** A picture by WhatsApp without a word. */
  static String picture(PackagedTipline to, String sid, String sender, String address)
      throws IOException, InterruptedException {
    var file = Map.of("NumMedia", "1", "MediaUrl0", address, "MediaContentType0", "image/jpeg");
    return code(twilio(to).message("twilio-whatsapp", sid, "whatsapp:" + sender, "", file));
  }

  private static String twilio(
      PackagedTipline to, String channel, String id, String sender, String text)
      throws IOException, InterruptedException {
    return code(twilio(to).message(channel, "SM" + id, sender, text, Map.of()));
  }

  private static TwilioCaller twilio(PackagedTipline to) {
    return new TwilioCaller(to.base(), to.base().toString(), ACCOUNT, TOKEN);
  }

  /** The form's page, which a reader opened some time before. */
  static String token(PackagedTipline to) throws IOException, InterruptedException {
    var page =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(to.base() + "/tip")).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString());
    var token = FORM_TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new IOException("no form: " + page.statusCode());
    }
    return token.group(1);
  }

  private static String code(HttpResponse<?> answer) {
    return String.valueOf(answer.statusCode());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What is sent. */
  static final class Message {

    final String id;
    final String sender;
    final int number;
    private String token = "";

    /**
     * @param sender a phone number
     * @param number which of the sender's messages it is
     */
    Message(String id, String sender, int number) {
      this.id = id;
      this.sender = sender;
      this.number = number;
    }

    /** What the database is searched for afterwards. */
    String text() {
      return "tip-" + id + " number " + number;
    }
  }
}
