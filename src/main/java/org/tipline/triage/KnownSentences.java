package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** The sentences that other rooms say in English: each stands in our texts, and is known by it. */
@Component
class KnownSentences {

  private static final String FAMILY = "desk.heard.";

  /** Sentences whose blanks are names of states. */
  private static final String STATES = FAMILY + "become.";

  private final Texts texts;
  private final List<Line> lines;

  KnownSentences(Texts texts) throws IOException {
    this.texts = texts;
    var english =
        PropertiesLoaderUtils.loadProperties(
            new EncodedResource(new ClassPathResource("words/desk.properties"), UTF_8));
    this.lines =
        english.stringPropertyNames().stream()
            .filter(key -> key.startsWith(FAMILY))
            .map(key -> new Line(key, pattern(english.getProperty(key))))
            .toList();
  }

  /** The sentence in the editor's language; empty when nobody has written it. */
  Optional<String> in(String english) {
    return lines.stream().flatMap(line -> line.in(english).stream()).findFirst();
  }

  private static Pattern pattern(String english) {
    var words = Pattern.compile("[^{}]+|\\{\\d}").matcher(english).results();
    return Pattern.compile(
        words.map(MatchResult::group).map(KnownSentences::asPattern).reduce("", String::concat),
        Pattern.DOTALL);
  }

  private static String asPattern(String part) {
    return part.startsWith("{") ? "(.+?)" : Pattern.quote(part).replace("’", "\\E['’]\\Q");
  }

  private final class Line {

    private final String key;
    private final Pattern english;

    Line(String key, Pattern english) {
      this.key = key;
      this.english = english;
    }

    Optional<String> in(String said) {
      var match = english.matcher(said);
      return match.matches() ? Optional.of(texts.of(key, values(match))) : Optional.empty();
    }

    private Object[] values(MatchResult match) {
      return IntStream.rangeClosed(1, match.groupCount())
          .mapToObj(match::group)
          .map(value -> key.startsWith(STATES) ? state(value) : value)
          .toArray();
    }

    private String state(String name) {
      return texts.of("desk.state." + name.toUpperCase(Locale.ROOT));
    }
  }
}
