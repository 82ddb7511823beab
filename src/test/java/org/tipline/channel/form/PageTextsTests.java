package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PageTextsTests {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @Test
  void everySentenceHasItsTwinWithTheSameBlanks() throws IOException {
    var english = texts("messages/form.properties");
    var kiswahili = texts("messages/form_sw.properties");

    assertThat(kiswahili.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(blanks(kiswahili.getProperty(key)))
          .as(key)
          .isEqualTo(blanks(english.getProperty(key)));
    }
  }

  /** To Java's MessageFormat it is a quote; ours are typographic. */
  @Test
  void noSentenceHoldsAStraightApostrophe() throws IOException {
    for (var file : new String[] {"messages/form.properties", "messages/form_sw.properties"}) {
      assertThat(texts(file).values()).noneMatch(text -> text.toString().contains("'"));
    }
  }

  @Test
  void everyRefusalHasItsSentence() throws IOException {
    var english = texts("messages/form.properties");
    for (var refusal : Refusal.values()) {
      assertThat(english).containsKey("refusal." + refusal.name());
    }
  }

  private static Set<String> blanks(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(String file) throws IOException {
    var texts = new Properties();
    try (var reader =
        new InputStreamReader(
            new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
