package org.tipline.channel;

/**
 * The letters an SMS can hold in seven bits, and what each takes.
 *
 * @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038, 6.2.1</a>
 */
final class GsmAlphabet {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Behind an escape, so two septets each. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private GsmAlphabet() {}

  static boolean has(int letter) {
    return BASIC.indexOf(letter) >= 0 || EXTENSION.indexOf(letter) >= 0;
  }

  static int septets(int letter) {
    return EXTENSION.indexOf(letter) >= 0 ? 2 : 1;
  }
}
