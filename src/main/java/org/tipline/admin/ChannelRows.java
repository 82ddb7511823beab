package org.tipline.admin;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channel;
import org.tipline.channel.ChannelOption;
import org.tipline.channel.Channels;
import org.tipline.intake.Activity;

/** The channels there are, those that are on first, with what an administrator wants to know. */
@Component
class ChannelRows {

  private final Channels channels;
  private final List<ChannelOption> options;
  private final Activity activity;

  ChannelRows(Channels channels, List<ChannelOption> options, Activity activity) {
    this.channels = channels;
    this.options = options;
    this.activity = activity;
  }

  List<ChannelRow> all() {
    return Stream.concat(on(), off()).toList();
  }

  private Stream<ChannelRow> on() {
    return channels.all().stream().map(this::row);
  }

  private Stream<ChannelRow> off() {
    return options.stream().filter(option -> channels.find(option.name()).isEmpty()).map(this::row);
  }

  private ChannelRow row(Channel channel) {
    var name = channel.name();
    return new ChannelRow(name, channel.medium(), true, List.of(), activity.of(name));
  }

  private ChannelRow row(ChannelOption option) {
    return new ChannelRow(
        option.name(), option.medium(), false, option.keys(), activity.of(option.name()));
  }
}
