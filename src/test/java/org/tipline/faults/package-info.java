/** Breaks the packaged application and its PostgreSQL, and counts what that costs a reader. */
@NullMarked
package org.tipline.faults;

import org.jspecify.annotations.NullMarked;
