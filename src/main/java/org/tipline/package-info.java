/**
 * The house; its rooms are the packages below, and the root holds the door and what all of them
 * stand on.
 */
@NullMarked
package org.tipline;

import org.jspecify.annotations.NullMarked;
