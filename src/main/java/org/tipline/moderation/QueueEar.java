package org.tipline.moderation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tipline.account.Seating;

/**
 * Hears what {@link QueueNews}, {@link Presence} and {@link Seating} of any instance tell, on a
 * connection outside the pool, and passes it on, as {@link QueueChanged} and {@link SeatsMoved}.
 * Every few seconds it looks for itself, and after losing the connection it says so once more than
 * needed, so that nothing is missed of which no word came.
 */
@Component
class QueueEar implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(QueueEar.class);
  private static final int LISTEN_MILLIS = 5_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(LISTEN_MILLIS);
  private static final long RECONNECT_MILLIS = 1_000;

  /** Ids grow with time; of a flood only the latest part is looked at, which names its desks. */
  private static final String SINCE =
      """
      select t.desk_id, (select id from tip_history order by id desc limit 1) newest
      from (select tip_id from tip_history where id > ? order by id desc limit 1000) h
        join tips t on t.id = h.tip_id
      group by t.desk_id
      """;

  private final JdbcConnectionDetails database;
  private final ApplicationEventPublisher events;
  private final Presence presence;
  private volatile boolean running;
  private volatile @Nullable Connection listening;
  private long lookedAtNanos = System.nanoTime();
  private UUID newestSeen = new UUID(0, 0);
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
        events.publishEvent(new SeatsMoved(null));
        events.publishEvent(QueueChanged.ANYWHERE);
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
      statement.execute("listen " + Seating.CHANNEL);
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
      if (isTimeToLook()) {
        tell(missed(connection));
      }
    }
  }

  private void pass(PGNotification[] heard) {
    var desks = new HashSet<UUID>();
    for (var news : heard) {
      var said = news.getParameter();
      switch (news.getName()) {
        case Presence.CHANNEL -> presence.heard(said);
        case Seating.CHANNEL -> events.publishEvent(new SeatsMoved(UUID.fromString(said)));
        default -> queue(said, desks);
      }
    }
    tell(desks);
  }

  private void queue(String said, Set<UUID> desks) {
    if (said.isEmpty()) { // an instance of an older version does not know where
      events.publishEvent(QueueChanged.ANYWHERE);
    } else {
      Stream.of(said.split(",")).map(UUID::fromString).forEach(desks::add);
    }
  }

  private void tell(Set<UUID> desks) {
    if (!desks.isEmpty()) {
      events.publishEvent(new QueueChanged(Set.copyOf(desks)));
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
   * passes no word on: asking is the only way to know at which desks something happened.
   */
  private Set<UUID> missed(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(SINCE)) {
      statement.setObject(1, newestSeen);
      try (var changed = statement.executeQuery()) {
        var desks = new HashSet<UUID>();
        while (changed.next()) {
          newestSeen = changed.getObject("newest", UUID.class);
          desks.add(changed.getObject("desk_id", UUID.class));
        }
        return desks;
      }
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
