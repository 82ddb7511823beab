package org.tipline.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TestDatabases;

/** The packaged application on a database of its own. */
final class Site implements AutoCloseable {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final String ADMINISTRATOR = "achieng@desk.example";
  static final String PASSWORD = "mvua-kubwa-sana-leo";

  /** What the sorter takes before it takes deliveries: {@code SenderLanes.TAKING}. */
  private static final long TAKING = 0x7469_706C_696E_6501L;

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final String database;
  private final PackagedTipline gateway;

  Site(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
    this(folder, settings, List.of("-jar", System.getProperty("tipline.jar")));
  }

  /**
   * @param program what follows {@code java}
   */
  Site(Path folder, Map<String, String> settings, List<String> program)
      throws IOException, InterruptedException {
    this(TestDatabases.fresh(), folder, settings, program);
  }

  private Site(String database, Path folder, Map<String, String> settings, List<String> program)
      throws IOException, InterruptedException {
    this.database = database;
    var environment = new HashMap<>(environment(database));
    // such as a flight recording of what a figure is made of
    environment.put("JDK_JAVA_OPTIONS", System.getProperty("bench.java", ""));
    environment.putAll(settings);
    this.gateway = new PackagedTipline(Files.createDirectories(folder), environment, program);
  }

  /** Another start of one that has ended, on what it left. */
  static Site again(String database, Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    return new Site(database, folder, settings, List.of("-jar", System.getProperty("tipline.jar")));
  }

  private static Map<String, String> environment(String database) {
    return Map.of(
        "SPRING_DATASOURCE_URL", database,
        "TIPLINE_REPLY_ACKNOWLEDGE", "false", // there is no Twilio to take them
        "SPRING_DATASOURCE_USERNAME", "postgres",
        "TIPLINE_TWILIO_ACCOUNTSID", ACCOUNT,
        "TIPLINE_TWILIO_AUTHTOKEN", TOKEN,
        "TIPLINE_CHANNELS_TWILIOSMS_NUMBER", "25170",
        "TIPLINE_CHANNELS_EMAIL_ADDRESS", "wananchi@example.org",
        "TIPLINE_ADMIN_EMAIL", ADMINISTRATOR,
        "TIPLINE_ADMIN_PASSWORD", PASSWORD);
  }

  String database() {
    return database;
  }

  PackagedTipline gateway() {
    return gateway;
  }

  int port() {
    return gateway.base().getPort();
  }

  TwilioPosts posts() {
    return new TwilioPosts(gateway.base());
  }

  JdbcClient sql() {
    return JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
  }

  Connection connection() throws SQLException {
    return DriverManager.getConnection(database, "postgres", "");
  }

  /** Nothing is sorted meanwhile: what is accepted waits. */
  void withSorterHeld(Work work) throws Exception {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + TAKING + ")");
      work.run();
    }
  }

  /** Something to do. */
  interface Work {

    void run() throws Exception;
  }

  /** Forgets what waits for the sorter, which must be held. */
  void forgetUnsorted() {
    sql().sql("delete from deliveries where state = 'RECEIVED'").update();
  }

  int unsorted() {
    return sql()
        .sql("select count(*) from deliveries where state = 'RECEIVED'")
        .query(Integer.class)
        .single();
  }

  void awaitSorted() {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> unsorted() == 0);
  }

  /** What the application has used so far. */
  Duration processorTime() {
    return ProcessHandle.of(gateway.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** What one delivery takes once it is sealed. */
  int sealedBytes() {
    return sql()
        .sql("select round(avg(octet_length(sealed)))::int from deliveries")
        .query(Integer.class)
        .single();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
