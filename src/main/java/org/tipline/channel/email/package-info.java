/**
 * Mail to the newsroom. What enters is SMTP: mail for the newsroom's own addresses and nothing
 * else, answered 250 after the commit. What leaves is one message for each stored mail, whatever
 * state it is in: what cannot be read is handed on whole, as a file.
 *
 * <p>Reading takes mails apart by itself, part by part and within limits, and leaves characters and
 * dates to the libraries: those that split mails have no limits, and their leniency is a system
 * property of the whole JVM.
 */
@ApplicationModule(
    displayName = "Channel: email",
    allowedDependencies = {"channel", "intake"})
@NullMarked
package org.tipline.channel.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
