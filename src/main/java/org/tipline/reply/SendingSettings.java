package org.tipline.reply;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How replies are sent.
 *
 * @param atOnce calls to providers at the same time from this instance, 1 to 200
 */
@ConfigurationProperties("tipline.reply.sending")
record SendingSettings(@DefaultValue("24") int atOnce) {

  SendingSettings {
    if (atOnce < 1 || atOnce > 200) {
      throw new IllegalArgumentException("Set tipline.reply.sending.at-once to 1 to 200.");
    }
  }
}
