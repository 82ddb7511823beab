package org.tipline.lane;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;

/**
 * What a lane is for.
 *
 * @param table db-scheduler's table again, under a name of its own
 * @param task what is done
 * @param atOnce how many at the same time on this instance
 * @param finish how long a stop waits for what is under way
 */
public record LaneWork(String table, Task<Void> task, int atOnce, Duration finish) {}
