package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyProgress.Step;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.ReplyTemplate;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.Sender;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/**
 * A channel that can answer, whose provider does what a test says, by the words of the reply. A
 * body is lines of {@code sender|id|text}, perhaps with {@code |mark}, or {@code
 * receipt|id|status|code}; its first line is the delivery's key.
 */
@Component
public class TalkingChannel implements WebhookChannel, ReplyChannel {

  public static final ChannelName NAME = new ChannelName("talking");

  public static final ReplyTemplate TEMPLATE =
      new ReplyTemplate("HX1", "thanks", "sw", "Asante {{1}}, ref {{2}}.");

  private static final ReplyRules RULES =
      new ReplyRules(160, true, Duration.ofHours(24), List.of(TEMPLATE));

  private final Map<String, Queue<Try>> plans = new ConcurrentHashMap<>();
  private final Map<String, Try> lookUps = new ConcurrentHashMap<>();
  private final List<OutgoingReply> tries = new CopyOnWriteArrayList<>();
  private final Map<String, OutgoingReply> taken = new ConcurrentHashMap<>();

  /** What the provider does at each try of a reply in these words; afterwards it takes it. */
  public void plan(String words, Try... tries) {
    plans.put(words, new ArrayDeque<>(List.of(tries)));
  }

  /** What the provider says the next time that a reply in these words is looked up. */
  public void planLookUp(String words, Try lookUp) {
    lookUps.put(words, lookUp);
  }

  /** The provider takes a reply; the id it gives it. */
  public String take(OutgoingReply reply) {
    var id = "TK" + UUID.randomUUID();
    taken.put(id, reply);
    return id;
  }

  public List<OutgoingReply> triesOf(String words) {
    return tries.stream().filter(reply -> reply.text().equals(words)).toList();
  }

  /** How often the provider took a reply in these words: what the reader gets. */
  public long takenOf(String words) {
    return taken.values().stream().filter(reply -> reply.text().equals(words)).count();
  }

  @Override
  public SendOutcome send(OutgoingReply reply) {
    tries.add(reply);
    var plan = plans.getOrDefault(reply.text(), new ArrayDeque<>()).poll();
    return plan == null ? new SendOutcome.Accepted(take(reply)) : plan.make(reply);
  }

  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    var planned = lookUps.remove(reply.text());
    if (planned != null) {
      return planned.make(reply);
    }
    return taken.entrySet().stream()
        .filter(one -> !others.contains(one.getKey()))
        .filter(one -> one.getValue().text().equals(reply.text()))
        .filter(one -> one.getValue().to() != null && one.getValue().to().equals(reply.to()))
        .<SendOutcome>map(one -> new SendOutcome.Accepted(one.getKey()))
        .findFirst()
        .orElseGet(() -> new SendOutcome.TryLater("It is not there.", null));
  }

  @Override
  public ReplyRules rules() {
    return RULES;
  }

  @Override
  public ReplyProgress progress(ReplyReceipt receipt) {
    return switch (receipt.status()) {
      case "queued" -> ReplyProgress.of(Step.QUEUED);
      case "sending" -> ReplyProgress.of(Step.SENDING);
      case "sent" -> ReplyProgress.of(Step.SENT);
      case "delivered" -> ReplyProgress.of(Step.DELIVERED);
      case "read" -> ReplyProgress.of(Step.READ);
      case "failed" -> ReplyProgress.failed("It failed.", false);
      case "undelivered" ->
          ReplyProgress.failed("It was not delivered.", "stop".equals(receipt.errorCode()));
      default -> ReplyProgress.UNKNOWN;
    };
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public void authenticate(WebhookRequest request) throws ForgedDelivery {
    if (request.header("x-rehearsal").isEmpty()) {
      throw new ForgedDelivery("no rehearsal");
    }
  }

  @Override
  public String key(WebhookRequest request) {
    return new String(request.body(), UTF_8).lines().findFirst().orElse("none");
  }

  @Override
  public Reading read(Delivery delivery) {
    var messages = new ArrayList<ReaderMessage>();
    var receipts = new ArrayList<ReplyReceipt>();
    for (var line : new String(delivery.body(), UTF_8).lines().skip(1).toList()) {
      var parts = line.split("\\|", -1);
      if (parts[0].equals("receipt")) {
        receipts.add(new ReplyReceipt(parts[1], parts[2], parts[3].isEmpty() ? null : parts[3]));
      } else {
        messages.add(message(parts));
      }
    }
    return new Reading(messages, receipts, List.of());
  }

  private static ReaderMessage message(String[] parts) {
    var sender = new Sender(List.of(new Address(kind(parts[0]), parts[0])), null);
    var details =
        parts.length < 4 ? Details.NONE : Details.marked(EnumSet.of(Mark.valueOf(parts[3])));
    return new ReaderMessage(parts[1], sender, null, parts[2], details, List.of());
  }

  private static Address.Kind kind(String sender) {
    if (sender.startsWith("+")) {
      return Address.Kind.PHONE;
    }
    return sender.matches("[0-9]{3,}") ? Address.Kind.SHORT_CODE : Address.Kind.WORD;
  }

  /** One try of a reply, as its provider answers it. */
  @FunctionalInterface
  public interface Try {

    SendOutcome make(OutgoingReply reply);
  }
}
