package org.tipline.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipline.folder.DataFolderUnusable;
import org.tipline.folder.DurableFile;

/** PostgreSQL in the data folder: keeps every commit, listens on loopback, ends with Tipline. */
class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerFolder folder;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(ServerFolder folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /**
   * Starts the server of {@code root}, with a new database the first time.
   *
   * @throws DatabaseUnfit when the folder is in use, of another version, or the server fails
   */
  static EmbeddedDatabase start(Path root) {
    try {
      return start(ServerFolder.hold(root));
    } catch (IOException e) {
      throw new DataFolderUnusable(root, e);
    }
  }

  private static EmbeddedDatabase start(ServerFolder folder) throws IOException {
    var started = false;
    try {
      prepare(folder);
      var server = launch(folder, folder.data());
      started = true;
      log.info("PostgreSQL serves {} on port {}", folder.data(), server.getPort());
      return new EmbeddedDatabase(folder, server);
    } finally {
      if (!started) {
        folder.close();
      }
    }
  }

  private static void prepare(ServerFolder folder) throws IOException {
    folder.checkVersion();
    new Orphan(folder.data()).end();
    new Orphan(folder.unfinished()).end();
    folder.sweep();
    if (Files.notExists(folder.data())) {
      // initdb that is cut short leaves a folder that looks like a database and is none
      stop(launch(folder, folder.unfinished()), folder.unfinished());
      DurableFile.rename(folder.unfinished(), folder.data());
    }
  }

  private static EmbeddedPostgres launch(ServerFolder folder, Path data) throws IOException {
    try {
      return durable(folder).setDataDirectory(data).start();
    } catch (IOException | IllegalStateException e) { // it throws the one or the other
      new Orphan(data).end();
      throw new DatabaseUnfit(
          "PostgreSQL did not start in " + data + ": " + e.getMessage(),
          "Read why in its log, "
              + folder.log()
              + ". In a container run Tipline as a user other"
              + " than root. Or give it a PostgreSQL of your own with spring.datasource.url.",
          e);
    }
  }

  /** The library is made for tests, and forgets and trusts unless told otherwise line by line. */
  private static EmbeddedPostgres.Builder durable(ServerFolder folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(PATIENCE)
        .setOverrideWorkingDirectory(folder.programs().toFile())
        .setPgBinaryResolver(new Programs(folder.programs()))
        .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // an error's detail and statement hold rows, and a row may hold what a reader wrote
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_checkpoints", "off")
        .setLocaleConfig("locale", "C.UTF-8")
        .setLocaleConfig("pwfile", folder.passwordFile().toString())
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setConnectConfig("password", folder.password());
  }

  ConnectionDetails connectionDetails() throws IOException {
    return new ConnectionDetails(server.getPort(), folder.password());
  }

  /** A fast stop: sessions are cut off, what they committed stays. */
  @Override
  public void close() throws IOException {
    stop(server, folder.data());
    folder.close();
  }

  /** The library waits five seconds and lets go; a server with much to write takes longer. */
  private static void stop(EmbeddedPostgres server, Path data) throws IOException {
    server.close();
    new Orphan(data).end();
  }
}
