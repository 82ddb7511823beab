/**
 * The demo newsroom, in the profile {@code demo} only: it replays the seeds through the same doors
 * as real tips, plays the world outside (Twilio's media, a mailbox for notices) on loopback, and
 * says on the console what to try.
 */
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {"account", "admin", "channel", "folder", "moderation"})
@NullMarked
package org.tipline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
