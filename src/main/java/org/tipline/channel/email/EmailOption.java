package org.tipline.channel.email;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tipline.channel.ChannelOption;
import org.tipline.channel.Medium;

/** Says that there is this channel, also while it is off. */
@Configuration(proxyBeanMethods = false)
class EmailOption {

  @Bean
  ChannelOption emailChannelOption() {
    return new ChannelOption(
        EmailChannel.NAME, Medium.EMAIL, List.of("tipline.channels.email.address"));
  }
}
