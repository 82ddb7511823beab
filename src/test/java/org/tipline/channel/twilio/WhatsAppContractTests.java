package org.tipline.channel.twilio;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.ChannelContract;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.StoreAway;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + TwilioWire.ACCOUNT,
      "tipline.twilio.auth-token=" + TwilioWire.TOKEN,
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254743570000"
    })
class WhatsAppContractTests implements ChannelContract {

  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;

  @LocalServerPort private int port;

  @Override
  public Wire wire() {
    return new TwilioWire("twilio-whatsapp", "whatsapp:", port);
  }

  @Override
  public StoreAway store() {
    return store;
  }

  @Override
  public QueueWatch queue() {
    return queue;
  }
}
