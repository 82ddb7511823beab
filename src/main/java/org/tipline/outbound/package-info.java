/**
 * The one guarded HTTP client for hosts that others name: allow-listed hosts, private addresses
 * refused at connect, caps and time-outs. What enters: an address; what leaves: a capped stream.
 */
@ApplicationModule(
    displayName = "Outbound",
    allowedDependencies = {})
@NullMarked
package org.tipline.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
