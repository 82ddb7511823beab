/**
 * Answers to readers: acknowledgements, an editor's replies, what a reader asks by text. What
 * enters is a tip's event or an editor's words; what leaves is a message by the channel the reader
 * came by, and its state in words.
 */
@ApplicationModule(
    displayName = "Reply",
    allowedDependencies = {"moderation", "submission", "channel", "account"})
@NullMarked
package org.tipline.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
