package org.tipline.media;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where images are decoded: in a process of its own, with little memory, little time and none of
 * our secrets. A few hundred bytes of WebP or JPEG can keep a decoder busy for minutes or fill any
 * heap, and some decoders are native code.
 */
@Component
class Darkroom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whether {@code copy} now holds a copy of the image {@code original}. */
  boolean develop(Path original, Path copy) throws IOException {
    var process = process(original, copy).start();
    try {
      return process.waitFor(PATIENCE) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder process(Path original, Path copy) {
    var command = new ArrayList<>(java());
    command.addAll(program());
    command.add(original.toString());
    command.add(copy.toString());
    var process = new ProcessBuilder(command);
    process.environment().keySet().retainAll(Set.of("SystemRoot")); // Windows cannot do without
    return process.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
  }

  private static List<String> java() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx256m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true");
  }

  /** Inside the packaged jar only Boot's own launcher finds the classes. */
  private static List<String> program() {
    var classPath = System.getProperty("java.class.path");
    var home = Picture.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return home.startsWith("jar:nested:")
        ? List.of(
            "-cp",
            classPath,
            "-Dloader.main=" + Picture.class.getName(),
            "org.springframework.boot.loader.launch.PropertiesLauncher")
        : List.of("-cp", classPath, Picture.class.getName());
  }
}
