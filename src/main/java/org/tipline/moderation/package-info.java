/**
 * The queue: tips, claims, decisions, notes, history, screening. What enters is {@code
 * SubmissionReceived}; what leaves is {@link TipsOpened} and the pages editors work on.
 */
@ApplicationModule(
    displayName = "Moderation",
    allowedDependencies = {"submission", "account", "channel"})
@NullMarked
package org.tipline.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
