package org.tipline.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL whose processes can be stopped, frozen, crashed and used up. */
final class OwnPostgres implements AutoCloseable {

  static final int MOST_CONNECTIONS = 60;

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  OwnPostgres(Path folder) throws IOException {
    this.data = folder.resolve("postgres");
    try (var socket = new ServerSocket(0)) {
      this.port = socket.getLocalPort();
    }
    this.server = launch();
  }

  private EmbeddedPostgres launch() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", String.valueOf(MOST_CONNECTIONS))
        .start();
  }

  String url() {
    return url(port);
  }

  /** The same by way of another port, such as a slow wire's. */
  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  int port() {
    return port;
  }

  JdbcClient client() {
    return JdbcClient.create(new DriverManagerDataSource(url()));
  }

  private void start() throws IOException {
    server = launch();
  }

  /** It does not run until the result is closed. */
  AutoCloseable stopped() throws IOException {
    server.close();
    return this::start;
  }

  /** Kills every process of it at once, and starts it on what it left. */
  void crash() throws IOException, InterruptedException {
    var all = processes();
    Signal.KILL.to(all);
    // one that is dead and unreaped still has its number, which then looks taken
    while (all.stream().anyMatch(OwnPostgres::isAtWork)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    server.close(); // lets go of the folder; there is nothing left to stop
    start();
  }

  private static boolean isAtWork(long pid) {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::info)
        .flatMap(ProcessHandle.Info::command)
        .isPresent();
  }

  /** Kills one session of the door; PostgreSQL then ends all others and recovers. */
  void crashBackend() throws IOException, InterruptedException {
    var backends =
        client()
            .sql("select pid from pg_stat_activity where application_name = 'tipline-intake'")
            .query(Long.class)
            .list();
    if (!backends.isEmpty()) {
      Signal.KILL.to(backends.getFirst());
    }
  }

  /** None of its processes gets any time until the result is closed. */
  AutoCloseable frozen() throws IOException, InterruptedException {
    var all = processes();
    Signal.STOP.to(all);
    return () -> Signal.CONT.to(all);
  }

  /** It answers, and refuses every write, until the result is closed. */
  AutoCloseable readOnly() throws SQLException {
    configure("alter system set default_transaction_read_only = on");
    return () -> configure("alter system reset default_transaction_read_only");
  }

  private void configure(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute(sql);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** Takes every connection there is, those of others too; closing the result gives them back. */
  AutoCloseable useUpConnections() throws SQLException {
    var taken = new ArrayList<Connection>(List.of(DriverManager.getConnection(url())));
    try (var statement = taken.getFirst().createStatement()) {
      for (var round = 0; round < 20 && taken.size() < MOST_CONNECTIONS; round++) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name like"
                + " 'tipline%' or application_name = 'PostgreSQL JDBC Driver' and backend_type ="
                + " 'client backend' and pid <> pg_backend_pid() and application_name <> 'taken'");
        takeWhatIsFree(taken);
      }
    }
    return () -> {
      for (var connection : taken) {
        connection.close();
      }
    };
  }

  private void takeWhatIsFree(List<Connection> taken) {
    try {
      while (taken.size() < MOST_CONNECTIONS) {
        taken.add(DriverManager.getConnection(url() + "&ApplicationName=taken"));
      }
    } catch (SQLException full) {
      // the next round ends those who were quicker
    }
  }

  /** All of them, its sessions too. */
  List<Long> processes() throws IOException {
    var postmaster =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    var all = new ArrayList<Long>(List.of(postmaster));
    ProcessHandle.of(postmaster)
        .ifPresent(first -> first.descendants().forEach(child -> all.add(child.pid())));
    return all;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
