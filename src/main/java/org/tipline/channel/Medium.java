package org.tipline.channel;

/** What the reader used to write to us; several channels can serve one medium. */
public enum Medium {
  SMS("SMS", "sms"),
  WHATSAPP("WhatsApp", "whatsapp"),
  WEB("Web", "web"),
  EMAIL("Email", "email");

  private final String label;
  private final String token;

  Medium(String label, String token) {
    this.label = label;
    this.token = token;
  }

  /** How editors read it. */
  public String label() {
    return label;
  }

  /** Its class in style sheets. */
  public String token() {
    return token;
  }
}
