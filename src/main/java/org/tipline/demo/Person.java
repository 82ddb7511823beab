package org.tipline.demo;

/**
 * A made-up reader whose phone and mailbox the playground shows.
 *
 * @param key how addresses name them, {@code wanjiru}
 * @param phone E.164; no Kenyan number begins with 3, so nobody has it
 * @param isReachable false: the phone is off, what is sent to it never arrives
 */
record Person(String key, String name, String phone, String mail, boolean isReachable) {

  /** As Twilio writes the number of a WhatsApp user. */
  String whatsApp() {
    return "whatsapp:" + phone;
  }
}
