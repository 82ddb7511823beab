/**
 * The JSON API: what other systems of the newsroom may read. No address of a reader leaves by it.
 */
@ApplicationModule(
    displayName = "Api",
    allowedDependencies = {"moderation", "submission", "account", "channel"})
@NullMarked
package org.tipline.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
