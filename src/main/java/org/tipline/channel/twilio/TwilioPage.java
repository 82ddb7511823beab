package org.tipline.channel.twilio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of Twilio's list of messages.
 *
 * @param next path and query of the next page as Twilio gave it, null on the last one
 */
record TwilioPage(List<TwilioMessage> messages, @Nullable String next) {}
