package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "https://tips.example.org, https://tips.example.org, true",
    "https://tips.example.org:443/, https://tips.example.org, true",
    "https://tips.example.org:8443, https://tips.example.org:8443, true",
    "http://localhost:8080, http://localhost:8080, true",
    "http://tips.example.org, http://tips.example.org, false",
    "http://127.0.0.1:8080, http://127.0.0.1:8080, false",
    "https://192.0.2.7, https://192.0.2.7, false",
    "https://[2001:db8::7], https://[2001:db8::7], false"
  })
  void browsersMakePasskeysForANameByHttpsOrForOnesOwnMachine(
      String text, String origin, boolean isPossible) {
    assertThat(url(text).origin()).isEqualTo(origin);
    assertThat(url(text).takesPasskeys()).isEqualTo(isPossible);
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
