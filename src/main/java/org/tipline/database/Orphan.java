package org.tipline.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipline.folder.DurableFile;

/** The server of a Tipline that was killed: it lives on and keeps its folder from the next one. */
class Orphan {

  private static final Logger log = LoggerFactory.getLogger(Orphan.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** No system gives out a process id as large as this. */
  private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

  private final Path data;
  private final Path pidFile;

  Orphan(Path data) {
    this.data = data;
    this.pidFile = data.resolve("postmaster.pid");
  }

  /** Ends the server that still serves this folder, if there is one, as a clean stop would. */
  void end() throws IOException {
    var server = lastServer().filter(this::servesThis);
    if (server.isPresent()) {
      stop(server.get());
    }
    // one that was killed rather than stopped leaves its number behind, and may be unreaped for
    // good
    var stranger = lastServer();
    if (stranger.isPresent()) {
      disown(stranger.get());
    }
    waitUntil(this::isLeftAlone, "A session");
  }

  /** The first line of postmaster.pid is the server's process id. */
  private Optional<ProcessHandle> lastServer() throws IOException {
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // PostgreSQL itself says what is wrong with the file
    }
  }

  private boolean servesThis(ProcessHandle process) {
    var command = command(process);
    return command.contains("postgres") && command.contains(data.toString());
  }

  private static String command(ProcessHandle process) {
    return process.info().commandLine().or(process.info()::command).orElse("");
  }

  private void stop(ProcessHandle server) {
    log.info("Stopping PostgreSQL {}, left behind by a Tipline that was killed", server.pid());
    server.destroy();
    // not isAlive: where nobody reaps orphans a stopped one stays in the process table
    waitUntil(() -> !servesThis(server), "PostgreSQL " + server.pid());
  }

  private void waitUntil(BooleanSupplier done, String who) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw stillUsed(who);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL was stopping", e);
    }
  }

  /**
   * PostgreSQL refuses to start while the process in its pid file lives, even when the number has
   * gone to another program since, as after every restart of a container. Only the number is
   * changed: PostgreSQL still reads the rest to see whether anything else uses the database.
   */
  private void disown(ProcessHandle stranger) throws IOException {
    if (command(stranger).contains("postgres")) {
      throw stillUsed("PostgreSQL " + stranger.pid());
    }
    var lines = Files.readAllLines(pidFile);
    lines.set(0, NOBODY);
    DurableFile.write(pidFile, (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  /**
   * Sessions outlive a server that was killed for some moments, and PostgreSQL does not start while
   * they do. They have the database as working directory, which only Linux shows.
   */
  private boolean isLeftAlone() {
    try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var process : processes) {
        if (worksHere(process)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return true; // no Linux: PostgreSQL itself refuses, and the next start succeeds
    }
  }

  private boolean worksHere(Path process) {
    try {
      return Files.readString(process.resolve("comm")).startsWith("postgres")
          && Files.isSameFile(process.resolve("cwd"), data);
    } catch (IOException e) {
      return false; // it ended meanwhile, or is of another user
    }
  }

  private DatabaseUnfit stillUsed(String who) {
    return new DatabaseUnfit(
        who + " still uses the database in " + data + ".",
        "Stop the postgres processes that are left there (kill -INT) and start again.");
  }
}
