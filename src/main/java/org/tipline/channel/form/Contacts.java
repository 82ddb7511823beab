package org.tipline.channel.form;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;

/** Tells a phone number or a mail address from anything else that people write in that field. */
@Component
class Contacts {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /**
   * Strict and ASCII only: what is let in here is later written into the headers of a mail, where
   * U+560D has become a line end before (CVE-2025-7962).
   */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=.{6,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
              + "(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private final String region;

  Contacts(NewsroomSettings newsroom) {
    this.region = newsroom.region();
  }

  Optional<Address> read(String typed) {
    return EMAIL.matcher(typed).matches() ? Optional.of(email(typed)) : phone(typed);
  }

  private static Address email(String typed) {
    var at = typed.indexOf('@');
    return new Address(
        Address.Kind.EMAIL, typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT));
  }

  /** Possible is enough: numbering plans grow faster than the library's list of valid numbers. */
  private Optional<Address> phone(String typed) {
    if (typed.indexOf('@') >= 0) {
      return Optional.empty();
    }
    try {
      var number = PHONES.parse(withoutIdd(typed), region);
      return PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(
              new Address(Address.Kind.PHONE, PHONES.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** People everywhere write 00 for +, also where it is not the prefix: Kenya's is 000. */
  private static String withoutIdd(String typed) {
    return typed.matches("00[1-9].*") ? "+" + typed.substring(2) : typed;
  }
}
