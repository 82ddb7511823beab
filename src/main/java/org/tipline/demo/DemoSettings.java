package org.tipline.demo;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;

/**
 * What the demo newsroom plays, and where; all of it is in config/application-demo.yaml.
 *
 * @param seeds the folder of made-up stories and editors
 * @param mailboxPort where its mailbox for notices listens, on loopback
 * @param twilioPort where its Twilio is, on loopback
 * @param smtpPort where our own mail listener is, that of the channel
 * @param twilioToken the token it signs with, that of the channels
 * @param publicUrl the address it signs over, that of the newsroom
 * @param newsroom how readers reach the newsroom
 */
@ConfigurationProperties("tipline.demo")
@Profile("demo")
record DemoSettings(
    Path seeds,
    int mailboxPort,
    int twilioPort,
    int smtpPort,
    String twilioToken,
    URI publicUrl,
    Newsroom newsroom) {

  /**
   * The newsroom as its channels are set, which readers of the playground write to.
   *
   * @param account its account at Twilio
   */
  record Newsroom(String name, String account, String sms, String whatsapp, String mail) {}

  @Override
  public String toString() {
    return "DemoSettings[" + seeds + "]";
  }
}
