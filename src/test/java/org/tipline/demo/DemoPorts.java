package org.tipline.demo;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** Ports of its own for a demo newsroom under test; whoever implements it shares one. */
interface DemoPorts {

  @DynamicPropertySource
  static void ports(DynamicPropertyRegistry settings) {
    add(settings, "tipline.channels.email.smtp.port");
    add(settings, "tipline.demo.mailbox-port");
    add(settings, "tipline.demo.twilio-port");
    settings.add("tipline.moderation.undo-window", () -> "1s"); // a reader is told after it
  }

  /** A supplier is asked anew each time the key is read. */
  private static void add(DynamicPropertyRegistry settings, String key) {
    var port = TestSocketUtils.findAvailableTcpPort();
    settings.add(key, () -> port);
  }
}
