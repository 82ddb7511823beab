package org.tipline.channel.twilio;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tipline.channel.Address;
import org.tipline.channel.Address.Kind;

/**
 * Reads what an operator calls a sender. Nothing is refused: a number that is not in the plan today
 * may be so tomorrow, and its tip counts now.
 */
class PhoneNumbers {

  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,6}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  // rcs:+254…: another medium of the same number
  private static final Pattern SCHEME = Pattern.compile("^[a-z]+:(?=[+0-9])");
  // 00 is dialled before a country code in most places, and libphonenumber knows only its region's.
  private static final Pattern DOUBLE_ZERO = Pattern.compile("^00(?=[1-9])");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String region;

  /** {@code region} is where numbers without a country code are at home, {@code KE}. */
  PhoneNumbers(String region) {
    this.region = region;
  }

  /** Empty when the text names nobody at all. */
  Optional<Address> read(String text) {
    var given = SCHEME.matcher(text.strip()).replaceFirst("");
    if (given.isEmpty() || given.length() > 320) {
      return Optional.empty();
    }
    return Optional.of(new Address(kind(given), normal(given)));
  }

  private static Kind kind(String given) {
    if (LETTER.matcher(given).find()) {
      return Kind.WORD;
    }
    return SHORT_CODE.matcher(given).matches() ? Kind.SHORT_CODE : Kind.PHONE;
  }

  private String normal(String given) {
    return kind(given) == Kind.PHONE ? e164(given) : given;
  }

  private String e164(String given) {
    try {
      var number = library.parse(DOUBLE_ZERO.matcher(given).replaceFirst("+"), region);
      return library.isValidNumber(number) ? library.format(number, PhoneNumberFormat.E164) : given;
    } catch (NumberParseException e) {
      // Not a number anywhere; it is still where the tip came from.
      return given;
    }
  }
}
