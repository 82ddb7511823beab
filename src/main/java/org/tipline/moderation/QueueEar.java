package org.tipline.moderation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
 * the pool, and passes it on, the former as {@link QueueChanged}. After losing the connection it
 * says so once more than needed, so that nothing told in between is missed.
 */
@Component
class QueueEar implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(QueueEar.class);
  private static final int LISTEN_MILLIS = 5_000;
  private static final long RECONNECT_MILLIS = 1_000;

  private final JdbcConnectionDetails database;
  private final ApplicationEventPublisher events;
  private final Presence presence;
  private volatile boolean running;
  private volatile @Nullable Connection listening;
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
        restAfter(e);
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
      } else {
        touch(connection);
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

  /** Silence may be a dead connection: asking is the only way to know. */
  private static void touch(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("select 1");
    }
  }

  private void restAfter(SQLException e) {
    if (!running) {
      return;
    }
    log.warn("live desks are deaf for a moment, will listen again: SQLSTATE {}", e.getSQLState());
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
