/**
 * The demo newsroom, in the profile {@code demo} only: it replays the seeds through the same doors
 * as real tips, plays the world outside (Twilio, mailboxes) on loopback, shows it at {@code /demo}
 * as a phone and a mailbox, and says on the console what to try.
 */
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {"account", "admin", "channel", "folder", "moderation"})
@NullMarked
package org.tipline.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
