package org.tipline.channel;

import java.util.List;

/**
 * A channel the program has, on or off; its folder contributes one as a bean, whatever is set.
 *
 * @param keys the settings that put it on
 */
public record ChannelOption(ChannelName name, Medium medium, List<String> keys) {

  public ChannelOption {
    keys = List.copyOf(keys);
  }
}
