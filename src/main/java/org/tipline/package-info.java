/** The house; its rooms are the packages below, and the root holds nothing but the door. */
@NullMarked
package org.tipline;

import org.jspecify.annotations.NullMarked;
