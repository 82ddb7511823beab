package org.tipline.moderation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what {@link QueueNews} and {@link Presence} of any instance tell, on a connection outside
 * the pool, and passes it on, the former as {@link QueueChanged}. Every few seconds it looks for
 * itself, and after losing the connection it says so once more than needed, so that nothing is
 * missed of which no word came.
 */
@Component
class QueueEar implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(QueueEar.class);
  private static final int LISTEN_MILLIS = 5_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(LISTEN_MILLIS);
  private static final long RECONNECT_MILLIS = 1_000;

  private final JdbcConnectionDetails database;
  private final ApplicationEventPublisher events;
  private final Presence presence;
  private volatile boolean running;
  private volatile @Nullable Connection listening;
  private long lookedAtNanos = System.nanoTime();
  private String newestSeen = "";
  private Thread thread = new Thread();

  QueueEar(JdbcConnectionDetails database, ApplicationEventPublisher events, Presence presence) {
    this.database = database;
    this.events = events;
    this.presence = presence;
  }

  private void listenUntilStopped() {
    while (running) {
      try (var connection = connect()) {
        listening = connection;
        events.publishEvent(new QueueChanged());
        listen(connection);
      } catch (SQLException e) {
        if (running) {
          log.warn(
              "live desks are deaf for a moment, will listen again: SQLSTATE {}", e.getSQLState());
        }
        rest();
      } catch (RuntimeException | Error e) {
        log.error("Live desks are deaf for a moment; if this comes back, restart Tipline.", e);
        rest();
      }
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", String.valueOf(database.getUsername()));
    properties.setProperty("password", String.valueOf(database.getPassword()));
    properties.setProperty("ApplicationName", "tipline-ear");
    properties.setProperty("connectTimeout", "3");
    // Longer than one wait for news, so that only a dead connection runs into it.
    properties.setProperty("socketTimeout", "15");
    var connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + QueueNews.CHANNEL);
      statement.execute("listen " + Presence.CHANNEL);
    }
    return connection;
  }

  private void listen(Connection connection) throws SQLException {
    var ear = connection.unwrap(PGConnection.class);
    while (running) {
      var heard = ear.getNotifications(LISTEN_MILLIS);
      if (heard != null && heard.length > 0) {
        pass(heard);
      }
      if (isTimeToLook() && hasMissedSomething(connection)) {
        events.publishEvent(new QueueChanged());
      }
    }
  }

  private void pass(PGNotification[] heard) {
    var queue = false;
    for (var news : heard) {
      if (news.getName().equals(Presence.CHANNEL)) {
        presence.heard(news.getParameter());
      } else {
        queue = true;
      }
    }
    if (queue) {
      events.publishEvent(new QueueChanged());
    }
  }

  private boolean isTimeToLook() {
    var now = System.nanoTime();
    if (now - lookedAtNanos < LOOK_AGAIN.toNanos()) {
      return false;
    }
    lookedAtNanos = now;
    return true;
  }

  /**
   * Silence may be a dead connection, an instance whose word was lost, or a pooler in between that
   * passes no word on: asking is the only way to know.
   */
  private boolean hasMissedSomething(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var newest =
            statement.executeQuery("select id from tip_history order by id desc limit 1")) {
      var before = newestSeen;
      newestSeen = newest.next() ? newest.getString(1) : "";
      return !newestSeen.equals(before);
    }
  }

  private void rest() {
    if (!running) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(RECONNECT_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("queue-ear").start(this::listenUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    var connection = listening;
    if (connection != null) {
      hangUp(connection);
    }
    thread.interrupt();
  }

  private static void hangUp(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("the listening connection was gone already");
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
