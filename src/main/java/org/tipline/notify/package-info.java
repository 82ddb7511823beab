/**
 * Telling editors that something waits. What enters is {@code TipsOpened}; what leaves is mail and
 * webhook calls that carry no source data.
 */
@ApplicationModule(
    displayName = "Notify",
    allowedDependencies = {"moderation", "account", "channel", "outbound"})
@NullMarked
package org.tipline.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
