package org.tipline.triage;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Address;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Sender;
import org.tipline.channel.TipReferences;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;

/** Sends what readers say through the one door, and tells the reference of the tip it became. */
public class Postbox {

  private final Intake intake;
  private final PaperChannel channel;
  private final TipReferences references;
  private final Clock clock;

  Postbox(Intake intake, PaperChannel channel, TipReferences references, Clock clock) {
    this.intake = intake;
    this.channel = channel;
    this.references = references;
    this.clock = clock;
  }

  /** From a reader who has not written before. */
  public String post(String text) {
    return post(someone(), text, Details.NONE);
  }

  public String post(@Nullable Sender sender, String text, Details details, IncomingFile... files) {
    return post(
        new ReaderMessage(
            UUID.randomUUID().toString(),
            sender,
            clock.instant().minusSeconds(60),
            text,
            details,
            List.of(files)));
  }

  public String post(ReaderMessage message) {
    channel.put(message);
    var key = message.externalId();
    try {
      intake.accept(
          new Delivery(PaperChannel.NAME, key, clock.instant(), Map.of(), new byte[] {1}));
    } catch (StoreAway e) {
      throw new IllegalStateException(e);
    }
    return await()
        .until(() -> references.of(PaperChannel.NAME, key), Optional::isPresent)
        .orElseThrow();
  }

  public static Sender someone() {
    var address = new Address(Address.Kind.EMAIL, UUID.randomUUID() + "@reader.example");
    return new Sender(List.of(address), "Akinyi");
  }
}
