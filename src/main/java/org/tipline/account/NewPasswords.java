package org.tipline.account;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tipline.account.BadPassword.Reason;

/** Takes new passwords, or says why not. */
@Component
class NewPasswords {

  private final PasswordEncoder encoder;
  private final String newsroom;

  NewPasswords(PasswordEncoder encoder, AccountSettings settings) {
    this.encoder = encoder;
    this.newsroom = settings.newsroom().name();
  }

  /**
   * What is kept of a password.
   *
   * @param own the name and the address of whose it is to be
   * @throws BadPassword when it is too short, too long, or among the first to be guessed
   */
  String hash(String password, String own) {
    Passwords.check(password);
    GuessablePassword.of(password, own, newsroom)
        .ifPresent(
            reason -> {
              throw new BadPassword(reason);
            });
    return encoder.encode(password);
  }

  /** Costs a quarter of a second. */
  void require(String password, String hash) {
    if (!encoder.matches(password, hash)) {
      throw new BadPassword(Reason.WRONG);
    }
  }
}
