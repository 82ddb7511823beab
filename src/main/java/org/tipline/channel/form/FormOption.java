package org.tipline.channel.form;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tipline.channel.ChannelOption;
import org.tipline.channel.Medium;

/** Says that there is this channel, also while it is off. */
@Configuration(proxyBeanMethods = false)
class FormOption {

  @Bean
  ChannelOption formChannelOption() {
    return new ChannelOption(FormChannel.NAME, Medium.WEB, List.of("tipline.channels.web.enabled"));
  }
}
