/**
 * The one door. What enters is a delivery, from a webhook, the form or a mail; it is committed
 * before anyone hears "received", and sorted into submissions afterwards.
 */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"channel", "submission", "media", "seal"})
@NullMarked
package org.tipline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
