/**
 * Looking back: what came, waited and was decided in some days, as tables. What enters is a period
 * and whose desks; what leaves is figures for a page and for a spreadsheet, never a reader's word.
 */
@ApplicationModule(
    displayName = "Insights",
    allowedDependencies = {"moderation", "account", "channel"})
@NullMarked
package org.tipline.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
