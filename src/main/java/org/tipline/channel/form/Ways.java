package org.tipline.channel.form;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Medium;

/** The ways to write to this newsroom: of the channels that are on, and of no others. */
@Component
class Ways {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private final Channels channels;
  private final PublicAddresses addresses;
  private final String region;

  Ways(Channels channels, PublicAddresses addresses, NewsroomSettings newsroom) {
    this.channels = channels;
    this.addresses = addresses;
    this.region = newsroom.region();
  }

  List<Way> all() {
    var ways = new ArrayList<Way>();
    number("twilio-sms", addresses.twilioSms()).map(this::sms).ifPresent(ways::add);
    number("twilio-whatsapp", addresses.twilioWhatsapp()).map(this::whatsapp).ifPresent(ways::add);
    if (isOn(FormChannel.NAME)) {
      ways.add(new Way(Medium.WEB, "/tip", ""));
    }
    mailbox().map(this::email).ifPresent(ways::add);
    return ways;
  }

  /** The ways beside the form, for the form's own page. */
  List<Way> others() {
    return all().stream().filter(way -> way.medium() != Medium.WEB).toList();
  }

  private Optional<String> number(String channel, PublicAddresses.@Nullable Line line) {
    return Optional.ofNullable(line)
        .map(PublicAddresses.Line::number)
        .filter(number -> isOn(new ChannelName(channel)) && !number.isBlank());
  }

  private Optional<String> mailbox() {
    return Optional.ofNullable(addresses.email())
        .map(PublicAddresses.Mailbox::address)
        .filter(address -> isOn(new ChannelName("email")) && !address.isBlank());
  }

  private boolean isOn(ChannelName name) {
    return channels.find(name).isPresent();
  }

  private Way sms(String number) {
    return new Way(Medium.SMS, "sms:" + format(number, this::dialled), format(number, this::said));
  }

  /** https://faq.whatsapp.com/5913398998672934: digits only, with the country's prefix. */
  private Way whatsapp(String number) {
    var digits = format(number, this::dialled).replaceAll("\\D", "");
    return new Way(Medium.WHATSAPP, "https://wa.me/" + digits, format(number, this::said));
  }

  private Way email(String address) {
    return new Way(Medium.EMAIL, "mailto:" + address, address);
  }

  /** A short code is no phone number: it stays as it is. */
  private String format(String number, Function<PhoneNumber, String> style) {
    try {
      var parsed = PHONES.parse(number, region);
      return PHONES.isValidNumber(parsed) ? style.apply(parsed) : number;
    } catch (NumberParseException e) {
      return number;
    }
  }

  private String dialled(PhoneNumber number) {
    return PHONES.format(number, PhoneNumberFormat.E164);
  }

  private String said(PhoneNumber number) {
    var isHome = number.getCountryCode() == PHONES.getCountryCodeForRegion(region);
    return PHONES.format(
        number, isHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
  }
}
