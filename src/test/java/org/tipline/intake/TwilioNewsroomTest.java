package org.tipline.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tipline.support.NewsroomTest;

/** A newsroom with both channels by Twilio, where Twilio is a {@link TwilioNewsroom#twilio}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + TwilioNewsroomTest.ACCOUNT,
      "tipline.twilio.auth-token=" + TwilioNewsroomTest.TOKEN,
      "tipline.twilio.delete-after=24h",
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254 743 570 000",
      "tipline.intake.collect.every=12h",
      "tipline.reply.acknowledge=false"
    })
@interface TwilioNewsroomTest {

  String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  String TOKEN = "0123456789abcdef0123456789abcdef";
}
