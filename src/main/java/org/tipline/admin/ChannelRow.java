package org.tipline.admin;

import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;
import org.tipline.intake.ChannelActivity;

/** A channel that is on, and how it does. */
record ChannelRow(ChannelName name, Medium medium, ChannelActivity activity) {

  /** Whether what last went wrong is newer than what last came in. */
  public boolean isTroubled() {
    var failed = activity.lastFailedAt();
    var received = activity.lastReceivedAt();
    return failed != null && (received == null || failed.isAfter(received));
  }
}
