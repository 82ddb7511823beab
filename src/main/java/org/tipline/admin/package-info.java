/**
 * Running it: channels, parked deliveries and their replay, editors, notices, replies, keys. What
 * enters is what other rooms say of themselves; what leaves is an administrator's word to them.
 */
@ApplicationModule(
    displayName = "Admin",
    allowedDependencies = {"intake", "notify", "reply", "account", "channel", "seal"})
@NullMarked
package org.tipline.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
