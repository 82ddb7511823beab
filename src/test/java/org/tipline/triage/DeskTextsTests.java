package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors read stands in the files of texts, in both languages, and nowhere else. */
class DeskTextsTests {

  private static final Path WORDS = Path.of("src/main/resources/words");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path JAVA = Path.of("src/main/java/org/tipline");

  private static final Pattern BLANK = Pattern.compile("\\{(\\d)");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)");
  private static final Pattern LITERAL = Pattern.compile("\"(desk\\.[\\w.-]*)\"");

  /** Attributes that people read or hear. */
  private static final Set<String> SAID = Set.of("aria-label", "title", "placeholder", "alt");

  /** Names and examples, the same in every language. */
  private static final Pattern NAMES = Pattern.compile("Tipline|https://|K7F-3QXM");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** Words in an expression: what is in quotes or bars, but no {@code 'NAMES_OF_VALUES'}. */
  private static final Pattern QUOTED = Pattern.compile("'[^']*\\p{Ll}[^']*'|\\|[^|]*\\|");

  private static final Pattern KEY_IN_QUOTES = Pattern.compile("'[a-z]*(\\.[\\w-]*)+'");

  private static final Pattern EXPRESSION = Pattern.compile("[$#@~*]\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");

  static List<Path> files() {
    return all(WORDS, ".properties").stream()
        .filter(file -> !file.getFileName().toString().contains("_"))
        .toList();
  }

  static List<Path> templates() {
    return Stream.of("desk", "account")
        .flatMap(room -> all(TEMPLATES.resolve(room), ".html").stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyTextHasItsTwinWithTheSameBlanks(Path file) {
    var english = texts(file);
    var kiswahili = texts(file.resolveSibling(file.getFileName().toString().replace(".", "_sw.")));

    assertThat(kiswahili.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(blanks(kiswahili.getProperty(key)))
          .as(key)
          .isEqualTo(blanks(english.getProperty(key)));
    }
  }

  /** To Java's MessageFormat it is a quote; ours are typographic. */
  @Test
  void noTextHoldsAStraightApostrophe() {
    for (var file : all(WORDS, ".properties")) {
      assertThat(texts(file).values())
          .as(file.toString())
          .noneMatch(text -> text.toString().contains("'"));
    }
  }

  @Test
  void everyKeyIsUsed() {
    var used = new TreeSet<>(keysOfTemplates());
    used.addAll(literals());
    var families = literals().stream().filter(key -> key.endsWith(".")).toList();

    assertThat(texts(WORDS.resolve("desk.properties")).stringPropertyNames())
        .allMatch(key -> key.startsWith("desk."))
        .filteredOn(key -> !used.contains(key) && families.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  @Test
  void everyKeyIsWritten() {
    var written = new TreeSet<String>();
    files().forEach(file -> written.addAll(texts(file).stringPropertyNames()));

    assertThat(written).containsAll(keysOfTemplates());
    assertThat(literals())
        .filteredOn(key -> !key.endsWith("."))
        .allMatch(key -> key.equals("desk.language") || written.contains(key));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noPageHasWordsOfItsOwn(Path template) throws IOException {
    var page =
        Jsoup.parse(Files.readString(template), "", Parser.xmlParser()).outputSettings(raw());
    var words = new ArrayList<String>();
    page.children().forEach(element -> collect(element, words));

    assertThat(words).as(template.toString()).isEmpty();
  }

  private static org.jsoup.nodes.Document.OutputSettings raw() {
    return new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false);
  }

  private static void collect(Element element, List<String> words) {
    if (Set.of("kbd", "code").contains(element.tagName())) {
      return;
    }
    for (var attribute : element.attributes()) {
      var name = attribute.getKey();
      if (SAID.contains(name)) {
        addIfWords(attribute.getValue(), words);
      } else if (isSaidByExpression(name)) {
        quoted(attribute.getValue()).forEach(words::add);
      }
    }
    if (!element.hasAttr("th:text")) {
      element.textNodes().stream().map(TextNode::getWholeText).forEach(text -> inline(text, words));
      element.children().forEach(child -> collect(child, words));
    }
  }

  private static boolean isSaidByExpression(String name) {
    return name.startsWith("th:")
        && (name.equals("th:text") || name.equals("th:label") || SAID.contains(name.substring(3)));
  }

  private static void inline(String text, List<String> words) {
    addIfWords(text.replaceAll("(?s)\\[\\[.*?]]", ""), words);
  }

  private static void addIfWords(String text, List<String> words) {
    if (hasWords(text)) {
      words.add(text.strip());
    }
  }

  private static boolean hasWords(String text) {
    return LETTER.matcher(NAMES.matcher(text).replaceAll("")).find();
  }

  private static List<String> quoted(String expression) {
    return QUOTED
        .matcher(expression)
        .results()
        .map(MatchResult::group)
        .filter(said -> !KEY_IN_QUOTES.matcher(said).matches())
        .filter(said -> hasWords(EXPRESSION.matcher(said).replaceAll("")))
        .toList();
  }

  private static Set<String> keysOfTemplates() {
    return templates().stream()
        .flatMap(file -> KEY.matcher(read(file)).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> literals() {
    return Stream.of("triage", "account")
        .flatMap(room -> all(JAVA.resolve(room), ".java").stream())
        .flatMap(file -> LITERAL.matcher(read(file)).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> blanks(String text) {
    return BLANK.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }

  private static List<Path> all(Path folder, String ending) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties texts(Path file) {
    var texts = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
