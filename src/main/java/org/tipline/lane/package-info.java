/**
 * Lanes for background work: each kind that may be slow has a scheduler, threads and a table of its
 * own. What enters is a task that is planned in the caller's transaction; what leaves is its run
 * after the commit, on one instance.
 */
@ApplicationModule(
    displayName = "Lanes",
    allowedDependencies = {})
@NullMarked
package org.tipline.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
