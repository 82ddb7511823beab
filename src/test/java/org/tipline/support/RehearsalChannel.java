package org.tipline.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.Ignored;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Medium;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/**
 * A channel without a provider, for what no real one does on demand: many messages in one delivery,
 * broken ones among them, and parsers with bugs. A body is lines of {@code sender|id|text}; its
 * first line is the delivery's key.
 */
@Component
public class RehearsalChannel implements WebhookChannel {

  public static final ChannelName NAME = new ChannelName("rehearsal");

  /** A line that is left out, with a reason. */
  public static final String BROKEN = "broken";

  /** A text whose message cannot be added: its upload is nowhere. */
  public static final String LOST_UPLOAD = "lost upload";

  /** A text whose message has a file in it. */
  public static final String ENCLOSED = "enclosed";

  /** A text whose message cannot be kept: its time is past the end of PostgreSQL's calendar. */
  public static final String NO_SUCH_TIME = "no such time";

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.WHATSAPP;
  }

  @Override
  public void authenticate(WebhookRequest request) throws ForgedDelivery {
    if (request.header("x-rehearsal").isEmpty()) {
      throw new ForgedDelivery("no rehearsal");
    }
  }

  @Override
  public String key(WebhookRequest request) {
    return text(request.body()).lines().findFirst().orElse("none");
  }

  @Override
  public Reading read(Delivery delivery) throws UnreadableDelivery {
    var lines = text(delivery.body()).lines().skip(1).toList();
    if (lines.contains("unreadable")) {
      throw new UnreadableDelivery("The rehearsal says it cannot be read.");
    }
    if (lines.contains("bug")) {
      throw new IllegalStateException("a bug in the parser");
    }
    if (lines.contains("overflow")) {
      throw new StackOverflowError();
    }
    var messages = new ArrayList<ReaderMessage>();
    var ignored = new ArrayList<Ignored>();
    for (var position = 0; position < lines.size(); position++) {
      if (lines.get(position).equals(BROKEN)) {
        ignored.add(new Ignored(position, "This part has no id."));
      } else {
        messages.add(message(lines.get(position).split("\\|", 3)));
      }
    }
    return new Reading(messages, List.of(), ignored);
  }

  private static ReaderMessage message(String[] parts) {
    var sender = new Sender(List.of(new Address(Address.Kind.PHONE, parts[0])), "Rehearsal");
    var sentAt = parts[2].equals(NO_SUCH_TIME) ? Instant.parse("+300000-01-01T00:00:00Z") : null;
    return new ReaderMessage(parts[1], sender, sentAt, parts[2], Details.NONE, files(parts[2]));
  }

  private static List<IncomingFile> files(String text) {
    return switch (text) {
      case LOST_UPLOAD -> List.of(new IncomingFile.Kept("0".repeat(64), "lost.jpg", "image/jpeg"));
      case ENCLOSED -> List.of(new IncomingFile.Enclosed(new byte[9], "kept.jpg", "image/jpeg"));
      default -> List.of();
    };
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
