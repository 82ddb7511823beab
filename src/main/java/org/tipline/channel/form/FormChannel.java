package org.tipline.channel.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.RetypedChannel;
import org.tipline.channel.SampleChannel;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;

/**
 * The public web form as a channel. A reply waits for its reader, who comes for it with a receipt
 * code; what was typed as phone or mail address is nobody's until they prove it, and gets nothing.
 */
@Component
@WhenFormIsOn
class FormChannel implements ReplyChannel, RetypedChannel, SampleChannel {

  static final ChannelName NAME = new ChannelName("web");

  private static final ReplyRules RULES = new ReplyRules(20_000, false, null, List.of());

  private final Contacts contacts;
  private final SiteSettings site;

  FormChannel(Contacts contacts, SiteSettings site) {
    this.contacts = contacts;
    this.site = site;
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.WEB;
  }

  @Override
  public Reading read(Delivery delivery) throws UnreadableDelivery {
    var entry = FormEntry.parse(delivery.body());
    return Reading.of(
        new ReaderMessage(
            delivery.key(),
            sender(entry),
            null,
            Objects.requireNonNullElse(entry.text(), ""),
            new Details(null, null, entry.place(), null, entry.answers(), marks(entry)),
            files(entry)));
  }

  @Override
  public boolean isRepeat(Delivery kept, Delivery again) {
    try {
      return FormEntry.parse(kept.body()).covers(FormEntry.parse(again.body()));
    } catch (UnreadableDelivery e) {
      return Arrays.equals(kept.body(), again.body());
    }
  }

  private @Nullable Sender sender(FormEntry entry) {
    return entry.contact() == null
        ? null
        : new Sender(List.of(address(entry.contact())), entry.name());
  }

  /** What was accepted under other settings is still an address, just not in its normal form. */
  private Address address(String contact) {
    return contacts.read(contact).orElseGet(() -> new Address(Address.Kind.PHONE, contact));
  }

  private static Set<Mark> marks(FormEntry entry) {
    var marks = EnumSet.noneOf(Mark.class);
    if (entry.mayContact()) {
      marks.add(Mark.MAY_CONTACT);
    }
    if (entry.mayName()) {
      marks.add(Mark.MAY_NAME);
    }
    if (entry.trapped()) {
      marks.add(Mark.TRAPPED);
    }
    if (uploads(entry).stream().anyMatch(upload -> upload.bytes() == 0)) {
      marks.add(Mark.INCOMPLETE);
    }
    return marks;
  }

  private static List<IncomingFile> files(FormEntry entry) {
    return uploads(entry).stream().map(FormChannel::file).toList();
  }

  private static IncomingFile file(Upload upload) {
    return new IncomingFile.Kept(upload.sha256(), upload.name(), upload.declaredType());
  }

  private static List<Upload> uploads(FormEntry entry) {
    return Objects.requireNonNullElse(entry.files(), List.of());
  }

  /** It is where its reader will look. */
  @Override
  public SendOutcome send(OutgoingReply reply) {
    return new SendOutcome.Accepted(reply.id().toString());
  }

  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    return send(reply);
  }

  @Override
  public ReplyRules rules() {
    return RULES;
  }

  @Override
  public boolean isFetched() {
    return true;
  }

  /** A token is good for one tip, so the first step fetches one. */
  @Override
  public String sampleCommand() {
    return """
    curl -sS -o /dev/null -w '%%{http_code} %%{redirect_url}\\n' \
    --data-urlencode "token=$(curl -sS %1$s/tip | sed -n 's/.*name="token" value="\\([^"]*\\)".*/\\1/p')" \
    --data-urlencode 'text=Hakuna maji Pipeline estate kwa wiki mbili sasa' \
    --data-urlencode 'place=Pipeline, Embakasi' %1$s/tip\
    """
        .formatted(site.publicUrl());
  }
}
