package org.tipline.lane;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Every lane there is: they start and stop with the application. */
@Component
public class Lanes implements SmartLifecycle {

  private final DataSource database;
  private final Clock clock;
  private final List<Lane> all = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  Lanes(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** To be opened by a constructor, before the application starts. */
  public Lane open(LaneWork work) {
    var lane = new Lane(database, clock, work);
    all.add(lane);
    return lane;
  }

  @Override
  public void start() {
    running = true;
    all.forEach(Lane::start);
  }

  /** All at once: each may have to wait for a provider. */
  @Override
  public void stop() {
    running = false;
    all.parallelStream().forEach(Lane::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
