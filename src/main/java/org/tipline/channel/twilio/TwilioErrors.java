package org.tipline.channel.twilio;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio's error codes mean for a reply, as sentences for an editor.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: errors</a>
 */
final class TwilioErrors {

  private static final String BAD_TEMPLATE =
      "Twilio does not take the template or what fills its gaps.";
  private static final String NOT_ON_WHATSAPP = "WhatsApp does not know the reader's number.";
  private static final String SLOW_DOWN = "WhatsApp takes no more from our number for now.";
  private static final String BAD_FILE = "WhatsApp does not take the file.";

  private static final Map<Integer, Meaning> KNOWN =
      Map.ofEntries(
          later(14107, "Twilio takes no more replies to this reader for now."),
          later(20003, "Twilio refuses the account's token; set tipline.twilio.auth-token."),
          never(20404, "Twilio does not know the account; set tipline.twilio.account-sid."),
          later(20429, "Twilio asks us to slow down."),
          never(21211, "Twilio says that the reader's number is none."),
          never(21408, "The Twilio account may not send to the reader's country."),
          never(21606, "Twilio does not let our number send; check it in Twilio's console."),
          never(21608, "A trial account at Twilio sends only to numbers that it has verified."),
          entry(
              21610,
              new Meaning(
                  "The reader told Twilio STOP; only they can undo it, by writing START.",
                  false,
                  true)),
          later(21611, "Too many messages of ours wait at Twilio."),
          never(21612, "Twilio knows no way from our number to the reader's."),
          never(21614, "The reader's number is not a mobile phone."),
          never(21617, "The text is longer than Twilio takes: 1,600 characters."),
          never(21620, BAD_TEMPLATE),
          never(21623, "Twilio does not take so many files."),
          never(21654, BAD_TEMPLATE),
          never(21655, BAD_TEMPLATE),
          never(21656, BAD_TEMPLATE),
          later(30001, "Too many messages of ours wait at Twilio."),
          never(30003, "The reader's phone could not be reached."),
          never(30004, "The reader's operator blocked the message."),
          never(30005, "The reader's number does not exist any more."),
          never(30006, "The reader's number is a landline, or its operator cannot be reached."),
          never(30007, "The reader's operator took the message for unwanted and kept it back."),
          never(30008, "It was lost on the way; the operator did not say why."),
          never(30024, "Twilio does not let our number send; check it in Twilio's console."),
          never(63003, NOT_ON_WHATSAPP),
          never(63013, "WhatsApp says that the message is against its rules."),
          never(63014, "The reader has blocked us on WhatsApp."),
          never(63015, "The reader has not joined the WhatsApp sandbox."),
          never(
              63016,
              "The 24 hours are over in which WhatsApp takes free text; choose a template, or wait"
                  + " until the reader writes again."),
          later(63017, SLOW_DOWN),
          later(63018, SLOW_DOWN),
          never(63019, BAD_FILE),
          never(63024, NOT_ON_WHATSAPP),
          never(63027, "WhatsApp does not have the template in its language."),
          never(63034, BAD_FILE),
          later(63038, "WhatsApp takes no more from our number today."),
          never(63041, "WhatsApp has paused the template."));

  private TwilioErrors() {}

  private static Map.Entry<Integer, Meaning> later(int code, String sentence) {
    return entry(code, new Meaning(sentence, true, false));
  }

  private static Map.Entry<Integer, Meaning> never(int code, String sentence) {
    return entry(code, new Meaning(sentence, false, false));
  }

  /** Null when we have no words of our own for it. */
  static @Nullable Meaning of(int code) {
    return KNOWN.get(code);
  }

  /** With the code where a person may want to look it up. */
  static String sentence(int code) {
    var known = of(code);
    return known == null
        ? "Twilio could not send it (error %d).".formatted(code)
        : "%s (Twilio's error %d)".formatted(known.sentence(), code);
  }

  /**
   * One code.
   *
   * @param isForNow the same reply may go through later
   * @param optedOut the reader told Twilio to take nothing more from us
   */
  record Meaning(String sentence, boolean isForNow, boolean optedOut) {}
}
