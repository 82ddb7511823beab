/** Measures the packaged application beside yardsticks of the same run. */
@NullMarked
package org.tipline.bench;

import org.jspecify.annotations.NullMarked;
