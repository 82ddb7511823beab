package org.tipline.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The channels that are on in this newsroom. */
@Component
public class Channels {

  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  private final Map<ChannelName, Channel> byName = new LinkedHashMap<>();

  public Channels(List<Channel> channels) {
    for (var channel : channels) {
      if (byName.put(channel.name(), channel) != null) {
        throw new IllegalStateException("two channels are named " + channel.name());
      }
    }
    log.info(
        "Channels on: {}. One that is missing here is off until its keys are set, see"
            + " config/application.yaml.",
        byName.isEmpty() ? "none" : join(byName.keySet()));
  }

  private static String join(Set<ChannelName> names) {
    return names.stream().map(ChannelName::value).sorted().collect(Collectors.joining(", "));
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
