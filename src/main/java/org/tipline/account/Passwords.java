package org.tipline.account;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a password must be, and how it is kept. */
@Configuration(proxyBeanMethods = false)
class Passwords {

  private static final int SHORTEST = 12;

  /** In bytes: bcrypt reads no further, so a longer one would be cut in silence. */
  private static final int LONGEST = 72;

  /** Each step doubles the work; 12 is about a quarter of a second. */
  private static final int STRENGTH = 12;

  static void check(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new BadPassword(BadPassword.Reason.SHORT);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new BadPassword(BadPassword.Reason.LONG);
    }
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
  }
}
