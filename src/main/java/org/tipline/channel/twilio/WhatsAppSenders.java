package org.tipline.channel.twilio;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipline.channel.Address;
import org.tipline.channel.Sender;

/**
 * Who wrote on WhatsApp: a number, a business-scoped user id, or both; then the number comes first.
 */
class WhatsAppSenders implements Senders {

  private static final Pattern PREFIX = Pattern.compile("^whatsapp:", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{7,15})");

  @Override
  public Optional<Sender> of(TwilioForm form) {
    var addresses =
        Stream.of("From", "ExternalUserId")
            .flatMap(name -> form.find(name).stream())
            .map(address -> PREFIX.matcher(address.strip()).replaceFirst(""))
            .filter(WhatsAppSenders::isAddress)
            .map(WhatsAppSenders::address)
            .distinct()
            .toList();
    return addresses.isEmpty() ? Optional.empty() : Optional.of(sender(addresses, form));
  }

  private static boolean isAddress(String text) {
    return !text.isBlank() && text.length() <= 320;
  }

  /**
   * Numbers stay exactly as received, since answers go to them: WhatsApp knows some Brazilians and
   * Mexicans by an older form that a phone library would rewrite.
   */
  private static Address address(String text) {
    var number = NUMBER.matcher(text);
    return number.matches()
        ? new Address(Address.Kind.PHONE, "+" + number.group(1))
        : new Address(Address.Kind.WHATSAPP_USER, text);
  }

  private static Sender sender(List<Address> addresses, TwilioForm form) {
    var name = form.findShort("ProfileName").or(() -> form.findShort("Username"));
    return new Sender(addresses, name.orElse(null));
  }
}
