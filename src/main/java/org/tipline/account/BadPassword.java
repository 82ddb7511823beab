package org.tipline.account;

/** A password that is not taken; the message says what to choose instead. */
class BadPassword extends BadEditor {

  /** Why; pages for editors have the sentence in their languages. */
  enum Reason {
    SHORT("Choose a password of at least 12 characters."),
    LONG("Choose a password of at most 72 bytes; a shorter one is as safe."),
    PATTERN(
        "That password is mostly one pattern, repeated or counted up. Choose a few words that"
            + " nobody says in a row."),
    OWN(
        "That password is mostly the person's own name or address. Choose a few words that nobody"
            + " says in a row."),
    NEWSROOM(
        "That password is mostly the newsroom's name. Choose a few words that nobody says in a"
            + " row."),
    COMMON(
        "That password is one that many people choose, and the first to be guessed. Choose a few"
            + " words that nobody says in a row."),
    SAME("That is the password you have. Choose another."),
    WRONG("The password you have now is another one. Try again.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  BadPassword(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
