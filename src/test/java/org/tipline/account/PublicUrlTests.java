package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class PublicUrlTests {

  @Test
  void linkStartsWithThePublicAddress() {
    assertThat(url("https://tips.example.org").link("/desk"))
        .hasToString("https://tips.example.org/desk");
    assertThat(url("http://127.0.0.1:8080/").link("/desk"))
        .hasToString("http://127.0.0.1:8080/desk");
  }

  @Test
  void whatIsNoAddressIsRefusedWithASentence() {
    for (var bad :
        new String[] {
          "", "tips.example.org", "ftp://x", "https://", "https://a b", "https://x?y"
        }) {
      assertThatExceptionOfType(BadAccountSettings.class)
          .as(bad)
          .isThrownBy(() -> url(bad))
          .withMessageContaining("tipline.public-url");
    }
  }

  private static PublicUrl url(String text) {
    return new PublicUrl(
        new AccountSettings(
            text,
            new AccountSettings.Admin("", ""),
            new AccountSettings.Api(""),
            new AccountSettings.Newsroom("Tipline"),
            new AccountSettings.SignIn(30)));
  }
}
