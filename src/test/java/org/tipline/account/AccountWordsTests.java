package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountWordsTests {

  @ParameterizedTest
  @ValueSource(strings = {"account", "passkeys"})
  void everyTextIsWrittenInBothLanguages(String name) throws IOException {
    var english = words(name);
    var kiswahili = words(name + "_sw");

    assertThat(kiswahili.keySet()).isEqualTo(english.keySet());
    assertThat(kiswahili.values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void everyReasonToRefuseAPasswordHasItsSentence() throws IOException {
    var words = words("account");

    assertThat(BadPassword.Reason.values())
        .allSatisfy(reason -> assertThat(words).containsKey("account.password." + reason));
  }

  private static Properties words(String name) throws IOException {
    var words = new Properties();
    try (var file = AccountWordsTests.class.getResourceAsStream("/words/" + name + ".properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    }
    return words;
  }
}
