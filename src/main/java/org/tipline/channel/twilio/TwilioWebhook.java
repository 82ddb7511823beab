package org.tipline.channel.twilio;

import java.util.List;
import java.util.Locale;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.WebhookAnswer;
import org.tipline.channel.WebhookRequest;

/** The door Twilio knocks at: who may pass, and what is said. */
class TwilioWebhook {

  /**
   * No words for the reader. Anything else would cost us: a {@code text/plain} body is texted to
   * them. See https://www.twilio.com/docs/api/twiml/sms/your_response
   */
  private static final WebhookAnswer SILENCE =
      WebhookAnswer.of("text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

  private final String accountSid;
  private final TwilioSignature signature;

  TwilioWebhook(String accountSid, TwilioSignature signature) {
    this.accountSid = accountSid;
    this.signature = signature;
  }

  void authenticate(WebhookRequest request) throws ForgedDelivery, UnacceptableDelivery {
    if (!request.method().equals("POST")) {
      throw new UnacceptableDelivery(405, "Twilio must be set to call with POST.");
    }
    if (!isForm(request)) {
      throw new UnacceptableDelivery(415, "Twilio sends messages as a form.");
    }
    if (!signature.isOn(request)) {
      throw new ForgedDelivery(
          "The signature is not that of tipline.twilio.auth-token over tipline.public-url.");
    }
    checkMeantForUs(TwilioCall.of(request));
  }

  /**
   * By account and not by number: a newsroom may have several numbers, and a tip to a forgotten one
   * is still a tip.
   */
  private void checkMeantForUs(TwilioCall call) throws ForgedDelivery, UnacceptableDelivery {
    if (!List.of(accountSid).equals(call.form().values().get("AccountSid"))) {
      throw new ForgedDelivery(
          "The message is for another account than tipline.twilio.account-sid.");
    }
    if (call.messageSid().isEmpty()) {
      throw new UnacceptableDelivery(400, "The message has no MessageSid.");
    }
  }

  private static boolean isForm(WebhookRequest request) {
    var type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded");
  }

  /** A message comes once; our replies come back once for each state they reach. */
  String key(WebhookRequest request) {
    var call = TwilioCall.of(request);
    var sid = call.messageSid().orElseThrow();
    return call.isReceipt() ? sid + ":" + call.status() : sid;
  }

  WebhookAnswer stored() {
    return SILENCE;
  }
}
