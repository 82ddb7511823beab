/**
 * SMS and WhatsApp by Twilio: two channels that share collaborators, not a type switch. What enters
 * is a signed form over HTTP, or a reply to send; what leaves is a {@code Reading}, or a call.
 */
@ApplicationModule(
    displayName = "Channel: Twilio",
    allowedDependencies = {"channel", "outbound"})
@NullMarked
package org.tipline.channel.twilio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
