package org.tipline.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about access.
 *
 * @param publicUrl the address people and providers reach us by; links start with it
 */
@ConfigurationProperties("tipline")
record AccountSettings(
    String publicUrl,
    @DefaultValue Admin admin,
    @DefaultValue Api api,
    @DefaultValue Newsroom newsroom,
    @DefaultValue SignIn signIn) {

  /** The first administrator, made when there is none; both empty: none is made. */
  record Admin(@DefaultValue("") String email, @DefaultValue("") String password) {

    boolean isGiven() {
      return !email.isEmpty() || !password.isEmpty();
    }

    @Override
    public String toString() {
      return "Admin[REDACTED]";
    }
  }

  /** What readers know it by; no good password. */
  record Newsroom(@DefaultValue("Tipline") String name) {}

  /**
   * How signing in goes.
   *
   * @param triesPerNetwork passwords, codes and passkeys one network may try at once; one more
   *     every ten seconds
   */
  record SignIn(@DefaultValue("30") int triesPerNetwork) {

    SignIn {
      if (triesPerNetwork < 1) {
        throw new IllegalArgumentException("Set tipline.sign-in.tries-per-network to 1 or more.");
      }
    }
  }

  /** The token other systems read with; empty: the API is closed. */
  record Api(@DefaultValue("") String token) {

    @Override
    public String toString() {
      return "Api[REDACTED]";
    }
  }
}
