package org.tipline.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A delivery that is due, without what is in it.
 *
 * @param seq its place among those received at the same moment
 * @param lanes empty when it is not known whose it is
 * @param isHeld whether one of {@code lanes} is
 */
record Due(UUID id, Instant receivedAt, long seq, int bytes, Set<UUID> lanes, boolean isHeld) {}
