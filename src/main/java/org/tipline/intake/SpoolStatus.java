package org.tipline.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the spool stands.
 *
 * @param waiting deliveries that were received and are not in the database yet
 * @param age of the oldest of them; zero when none waits
 * @param parked files that a person must look at
 * @param refusal why it would take nothing now, in words; null while it would
 */
public record SpoolStatus(int waiting, Duration age, int parked, @Nullable String refusal) {}
