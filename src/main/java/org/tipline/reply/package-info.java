/**
 * Answers to readers: acknowledgements, an editor's replies, what a reader asks by text. What
 * enters is a tip's event or an editor's words; what leaves is a message by the channel the reader
 * came by, and its state in words. Its arrow to the seal is for receipt codes, which are derived
 * from a key of ours.
 */
@ApplicationModule(
    displayName = "Reply",
    allowedDependencies = {"moderation", "submission", "channel", "account", "seal", "lane"})
@NullMarked
package org.tipline.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
