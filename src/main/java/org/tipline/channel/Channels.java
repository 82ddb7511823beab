package org.tipline.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The channels that are on in this newsroom. */
@Component
public class Channels {

  private final Map<ChannelName, Channel> byName = new LinkedHashMap<>();

  public Channels(List<Channel> channels) {
    for (var channel : channels) {
      if (byName.put(channel.name(), channel) != null) {
        throw new IllegalStateException("two channels are named " + channel.name());
      }
    }
  }

  public Optional<Channel> find(ChannelName name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The channel of that name if it is on and can do what {@code capability} names. */
  public <C extends Channel> Optional<C> find(ChannelName name, Class<C> capability) {
    return find(name).filter(capability::isInstance).map(capability::cast);
  }

  public List<Channel> all() {
    return List.copyOf(byName.values());
  }
}
