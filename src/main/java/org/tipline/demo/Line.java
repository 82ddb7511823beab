package org.tipline.demo;

/** A conversation on a phone. */
enum Line {
  SMS("SMS", "sms", "/hooks/twilio-sms"),
  WHATSAPP("WhatsApp", "whatsapp", "/hooks/twilio-whatsapp");

  private final String label;
  private final String token;
  private final String hook;

  Line(String label, String token, String hook) {
    this.label = label;
    this.token = token;
    this.hook = hook;
  }

  /** How the page reads it. */
  public String label() {
    return label;
  }

  /** Its name in addresses and style sheets. */
  public String token() {
    return token;
  }

  /** Where Twilio would post what is written on it. */
  String hook() {
    return hook;
  }

  /** What is not WhatsApp is SMS. */
  static Line of(String token) {
    return token.equals(WHATSAPP.token) ? WHATSAPP : SMS;
  }

  /** By an address as Twilio writes it. */
  static Line at(String address) {
    return address.startsWith("whatsapp:") ? WHATSAPP : SMS;
  }

  String address(Person person) {
    return this == WHATSAPP ? person.whatsApp() : person.phone();
  }

  String address(DemoSettings.Newsroom newsroom) {
    return this == WHATSAPP ? "whatsapp:" + newsroom.whatsapp() : newsroom.sms();
  }
}
