package org.tipline.channel;

/**
 * Where a reader can be reached: an opaque value of a kind. Not a person, and not always a phone
 * number.
 *
 * @param value in the kind's normal form, so that two spellings of one address are equal
 */
public record Address(Kind kind, String value) {

  /** What sort of address; the blind index keeps the sorts apart. */
  public enum Kind {
    /** E.164 where the number is one, else exactly as the provider gave it. */
    PHONE,
    /** A short code: bare digits that mean something to one operator only. */
    SHORT_CODE,
    /** An alphanumeric sender, {@code Safaricom}. */
    WORD,
    /** WhatsApp's business-scoped user id, {@code KE.1234}: there may be no number. */
    WHATSAPP_USER,
    /** A mail address, domain in lower case. */
    EMAIL
  }

  public Address {
    if (value.isBlank() || value.length() > 320) {
      throw new IllegalArgumentException("an address has 1 to 320 characters");
    }
  }

  @Override
  public String toString() {
    return kind + ":[REDACTED]";
  }
}
