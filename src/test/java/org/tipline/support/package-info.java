/**
 * What a test of a whole newsroom stands on.
 *
 * <p>A class marked {@link org.tipline.support.NewsroomTest} runs against the real application on a
 * random port, with a real PostgreSQL. Classes with equal settings share one application and so one
 * database, whatever their order: a test makes its own rows, finds them by its own keys, and never
 * counts or clears a whole table. The clock is put right after each test.
 *
 * <p>No test, marked or not, reaches beyond loopback: other names do not resolve, other addresses
 * are refused ({@link org.tipline.support.LoopbackGuard}).
 */
@NullMarked
package org.tipline.support;

import org.jspecify.annotations.NullMarked;
