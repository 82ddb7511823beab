package org.tipline.channel.form;

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
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.SampleChannel;
import org.tipline.channel.Sender;
import org.tipline.channel.UnreadableDelivery;

/** The public web form as a channel. */
@Component
@WhenFormIsOn
class FormChannel implements SampleChannel {

  static final ChannelName NAME = new ChannelName("web");

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
            new Details(null, null, entry.place(), null, null, marks(entry)),
            files(entry)));
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
