/**
 * The public page and the web form, for any browser, with or without JavaScript. What leaves is a
 * delivery through the same door as any provider's.
 */
@ApplicationModule(
    displayName = "Channel: web form",
    allowedDependencies = {"channel", "intake", "media", "outbound", "seal"})
@NullMarked
package org.tipline.channel.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
