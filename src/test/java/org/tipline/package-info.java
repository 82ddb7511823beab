@NullMarked
package org.tipline;

import org.jspecify.annotations.NullMarked;
