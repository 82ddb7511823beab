package org.tipline.admin;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.intake.Activity;

/** The channels that are on, with what an administrator wants to know of each. */
@Component
class ChannelRows {

  private final Channels channels;
  private final Activity activity;

  ChannelRows(Channels channels, Activity activity) {
    this.channels = channels;
    this.activity = activity;
  }

  List<ChannelRow> all() {
    return channels.all().stream()
        .map(
            channel ->
                new ChannelRow(channel.name(), channel.medium(), activity.of(channel.name())))
        .toList();
  }
}
