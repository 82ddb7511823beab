package org.tipline.intake;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;
import org.tipline.seal.Binding;
import org.tipline.seal.Seal;
import org.tipline.seal.SealBroken;

/**
 * Turns deliveries into the content of spool files and back: a version byte, then all of it sealed
 * to the file's own name, so that a torn, changed or swapped file never reads as another delivery.
 */
@Component
class SpoolSeal {

  private static final byte VERSION = 1;

  private final Seal seal;

  SpoolSeal(Seal seal) {
    this.seal = seal;
  }

  byte[] seal(Delivery delivery, SpoolName name) {
    var sealed = seal.seal(DeliveryBytes.writeWhole(delivery), binding(name.id()));
    var content = new byte[1 + sealed.length];
    content[0] = VERSION;
    System.arraycopy(sealed, 0, content, 1, sealed.length);
    return content;
  }

  Delivery open(String name, byte[] content) throws BadSpoolFile {
    var id =
        SpoolName.parse(name)
            .orElseThrow(() -> new BadSpoolFile("Its name is not one that Tipline gives."))
            .id();
    if (content.length == 0) {
      throw new BadSpoolFile("It is empty.");
    }
    if (content[0] != VERSION) {
      throw new BadSpoolFile("Another version of Tipline wrote it; start that one to read it.");
    }
    try {
      var sealed = Arrays.copyOfRange(content, 1, content.length);
      return DeliveryBytes.readWhole(seal.open(sealed, binding(id)));
    } catch (SealBroken e) {
      throw new BadSpoolFile(
          "It does not open: it is torn or was changed, or its key is not in data/keys.");
    } catch (RuntimeException e) {
      throw new BadSpoolFile("It opens, but what is in it is no delivery.");
    }
  }

  private static Binding binding(UUID id) {
    return new Binding("spool", "delivery", id);
  }
}
