package org.tipline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** Holds the files in config/ against what the code and Spring really read. */
class ConfigurationFileTests {

  private static final Path REPLIES = Path.of("config/replies.yaml");
  private static final Pattern KEY = Pattern.compile("^#([a-z][a-z.-]+):( .*)?$");
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  @Test
  void everyKeyOfOursStandsInTheFile() throws IOException {
    var missing = new TreeSet<>(known());
    missing.removeIf(key -> !key.startsWith("tipline.") || key.startsWith("tipline.demo."));
    missing.removeAll(inFile());
    // texts are maps, and stand line by line in a file of their own
    missing.removeAll(Set.of("tipline.reply.texts", "tipline.reply.canned"));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyTextForReadersStandsInItsFileAsPackaged() throws IOException {
    var switchedOn =
        Files.readAllLines(REPLIES).stream()
            .filter(line -> KEY.matcher(line).matches())
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));

    assertThat(texts(new ByteArrayResource(switchedOn.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(texts(new ClassPathResource("replies.yaml")));
    assertThat(Files.readAllLines(REPLIES))
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  private static Map<String, Object> texts(Resource yaml) throws IOException {
    return ((MapPropertySource) new YamlPropertySourceLoader().load("replies", yaml).getFirst())
        .getSource();
  }

  @Test
  void everyKeyInTheFileIsRead() throws IOException {
    var unread = inFile();
    unread.removeAll(known());
    unread.removeIf(key -> key.startsWith("spring.mail.properties."));

    assertThat(unread).isEmpty();
  }

  @Test
  void everythingInTheFileIsSwitchedOff() throws IOException {
    assertThat(Files.readAllLines(Path.of("config/application.yaml")))
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  private static Set<String> inFile() throws IOException {
    return Files.readAllLines(Path.of("config/application.yaml")).stream()
        .map(KEY::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What settings records bind, Spring's and ours, and what the packaged defaults name. */
  private static Set<String> known() throws IOException {
    var keys = new TreeSet<String>();
    new YamlPropertySourceLoader()
        .load("defaults", new ClassPathResource("application.yaml"))
        .forEach(
            defaults ->
                keys.addAll(Set.of(((EnumerablePropertySource<?>) defaults).getPropertyNames())));
    keys.removeIf(key -> key.endsWith("]"));
    for (var file :
        Collections.list(ConfigurationFileTests.class.getClassLoader().getResources(METADATA))) {
      try (var metadata = file.openStream()) {
        JsonMapper.shared()
            .readTree(metadata)
            .path("properties")
            .forEach(property -> keys.add(property.path("name").asString()));
      }
    }
    return keys;
  }
}
