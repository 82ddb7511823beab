/**
 * The database when none is configured: PostgreSQL embedded in the data folder, durable, on
 * loopback; and the check that any PostgreSQL we are given keeps what it commits.
 */
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {"folder"})
@NullMarked
package org.tipline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
