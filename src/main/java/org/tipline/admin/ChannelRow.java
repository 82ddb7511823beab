package org.tipline.admin;

import java.util.List;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;
import org.tipline.intake.ChannelActivity;

/**
 * A channel, on or off, and how it does.
 *
 * @param keys what to set to put it on; not of interest when it is
 */
record ChannelRow(
    ChannelName name, Medium medium, boolean isOn, List<String> keys, ChannelActivity activity) {

  /** Whether what last went wrong is newer than what last came in. */
  public boolean isTroubled() {
    var failed = activity.lastFailedAt();
    var received = activity.lastReceivedAt();
    return isOn && failed != null && (received == null || failed.isAfter(received));
  }
}
