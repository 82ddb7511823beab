/**
 * The one door. What enters is a delivery, from a webhook, the form or a mail; it is committed, or
 * spooled while the database is away, before anyone hears "received", and sorted into submissions
 * afterwards.
 */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"channel", "submission", "media", "seal", "folder"})
@NullMarked
package org.tipline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
