/**
 * The contract a channel signs, and nothing else.
 *
 * <p>What enters: nothing; a channel's own folder implements these types. What leaves: the values
 * by which the other rooms know what a reader sent, whatever the provider. A new channel touches
 * nothing outside its own folder.
 */
@ApplicationModule(
    displayName = "Channel",
    type = ApplicationModule.Type.CLOSED,
    allowedDependencies = {})
@NullMarked
package org.tipline.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
