package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessablePasswordTests {

  private static final String OWN = "Achieng Otieno achieng.o@citizen-desk.example";
  private static final String NEWSROOM = "Nyanza Courier";

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaaaaaa,PATTERN",
    "abcabcabcabc,PATTERN",
    "Ab1!Ab1!Ab1!,PATTERN",
    "123456789012,PATTERN",
    "0987654321098,PATTERN",
    "qwertyuiop12,PATTERN",
    "poiuytrewq!!,PATTERN",
    "abcdefgh1234,PATTERN",
    "!!!!!!!!!!!!!!,PATTERN",
    "Achieng2026!!,OWN",
    "otieno-achieng,OWN",
    "citizen-desk-1,OWN",
    "0t13n0-0t13n0,OWN",
    "Nyanza-2026!!,NEWSROOM",
    "courier 99999,NEWSROOM",
    "password1234,COMMON",
    "Password2026!,COMMON",
    "passwordpassword,COMMON",
    "P@ssw0rd12345,COMMON",
    "welcome-karibu,COMMON",
    "hakunamatata1,COMMON",
    "correct horse battery staple,COMMON",
    "LIVERPOOL-2026,COMMON",
    "1qaz2wsx3edc,COMMON",
    "iloveyou12345,COMMON"
  })
  void whatIsTriedFirstIsNotTaken(String password, BadPassword.Reason reason) {
    assertThat(GuessablePassword.of(password, OWN, NEWSROOM)).hasValue(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matunda ya uhuru",
        "haraka haina baraka",
        "mvua-kubwa-sana-leo",
        "nyuki hufuata maua mekundu",
        "Tr0ub4dor&3 na zaidi",
        "vG7#kQ2!xW9p",
        "4815-1623-4299-7",
        "Achieng anapenda nyuki wekundu",
        "правильный пароль дня",
        "密碼很長而且沒有人會猜到它"
      })
  void whatNobodyTriesFirstIsTaken(String password) {
    assertThat(GuessablePassword.of(password, OWN, NEWSROOM)).isEmpty();
  }

  @Test
  void withoutNamesToCompareWithNothingIsTakenForOne() {
    assertThat(GuessablePassword.of("nyuki hufuata maua", "", "")).isEmpty();
  }

  @Test
  void listIsWhatItSaysItIs() {
    assertThat(CommonPasswords.all())
        .hasSizeGreaterThan(800)
        .allSatisfy(word -> assertThat(word).matches("[\\p{Ll}0-9]{4,}"))
        .doesNotHaveDuplicates();
  }
}
