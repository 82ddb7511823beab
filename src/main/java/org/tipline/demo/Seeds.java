package org.tipline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The folder of made-up stories. */
@Component
@Profile("demo")
class Seeds {

  private static final Pattern MEDIA_ID = Pattern.compile("\\.(ME[0-9a-f]{32})\\.");

  private final Path folder;

  Seeds(DemoSettings settings) {
    this.folder = settings.seeds();
  }

  List<Story> stories() throws IOException {
    return sorted(folder.resolve("deliveries")).stream()
        .filter(Files::isDirectory)
        .map(this::story)
        .toList();
  }

  /** Those that a provider can serve, since their names carry an id. */
  List<Picture> pictures() throws IOException {
    return sorted(folder.resolve("media")).stream()
        .flatMap(
            file ->
                MEDIA_ID
                    .matcher(file.getFileName().toString())
                    .results()
                    .map(id -> new Picture(id.group(1), file)))
        .toList();
  }

  /** The file whose name carries the last part of a media address. */
  Optional<Path> media(String id) throws IOException {
    return sorted(folder.resolve("media")).stream()
        .filter(file -> file.getFileName().toString().contains("." + id + "."))
        .findFirst();
  }

  Path staff() {
    return folder.resolve("editors.yaml");
  }

  private Story story(Path folder) {
    try {
      return new Story(folder.getFileName().toString(), sorted(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
