package org.tipline.intake;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.seal.Binding;
import org.tipline.seal.Seal;

/** Turns deliveries into sealed rows and back. */
@Component
class DeliverySeal {

  private final Seal seal;

  DeliverySeal(Seal seal) {
    this.seal = seal;
  }

  SealedDelivery seal(Delivery delivery) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var sealed = seal.seal(DeliveryBytes.write(delivery), binding(id));
    return new SealedDelivery(
        id, delivery.channel().value(), delivery.key(), delivery.receivedAt(), sealed);
  }

  Delivery open(SealedDelivery row) {
    var plain = seal.open(row.sealed(), binding(row.id()));
    return DeliveryBytes.read(new ChannelName(row.channel()), row.key(), row.receivedAt(), plain);
  }

  private static Binding binding(UUID id) {
    return new Binding("deliveries", "sealed", id);
  }
}
