package org.tipline.account;

import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** The token of the configuration, which reads every desk. */
@Component
class ConfiguredToken {

  private static final int SHORTEST = 32;

  /** SHA-256 of the token; empty: no token is right. */
  private final byte[] expected;

  ConfiguredToken(AccountSettings settings) {
    var token = settings.api().token();
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new BadAccountSettings(
          "Set TIPLINE_API_TOKEN to at least 32 random characters, or leave it empty to use"
              + " tokens of the administration only.");
    }
    this.expected = token.isEmpty() ? new byte[0] : TokenHash.of(token);
  }

  /** Compares hashes, so that neither length nor content shows in the time it takes. */
  boolean isRight(String token) {
    return MessageDigest.isEqual(TokenHash.of(token), expected);
  }
}
