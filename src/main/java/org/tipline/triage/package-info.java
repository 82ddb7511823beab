/** The editors' screens, under {@code /desk}: one small controller a noun, files, live events. */
@ApplicationModule(
    displayName = "Triage",
    allowedDependencies = {
      "moderation",
      "insights",
      "reply",
      "submission",
      "media",
      "account",
      "channel"
    })
@NullMarked
package org.tipline.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
