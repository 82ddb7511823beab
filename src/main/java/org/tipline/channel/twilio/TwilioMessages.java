package org.tipline.channel.twilio;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.channel.MediaReference;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.UnreadableDelivery;

/** Reads what Twilio's media have in common; who wrote is for each of them to say. */
class TwilioMessages {

  /** Twilio sends up to 10; NumMedia is a claim, the addresses are the fact. */
  private static final int MAX_FILES = 20;

  private static final String MISSING_SEGMENT = "30009";

  private static final Set<String> SHOWN_TYPES =
      Set.of(
          "text",
          "sms",
          "mms",
          "image",
          "audio",
          "voice",
          "video",
          "document",
          "location",
          "button",
          "interactive");

  private final ChannelName channel;
  private final Senders senders;

  TwilioMessages(ChannelName channel, Senders senders) {
    this.channel = channel;
    this.senders = senders;
  }

  Reading read(Delivery delivery) throws UnreadableDelivery {
    var call = new TwilioCall(TwilioForm.parse(delivery.body()));
    var sid =
        call.messageSid()
            .orElseThrow(() -> new UnreadableDelivery("The delivery has no MessageSid."));
    if (call.isReceipt()) {
      var error = call.form().findShort("ErrorCode").orElse(null);
      return Reading.of(new ReplyReceipt(sid, call.status(), error));
    }
    return Reading.of(message(sid, call.form()));
  }

  /** Twilio names no time of its own, so there is none. */
  private ReaderMessage message(String sid, TwilioForm form) {
    var sender = senders.of(form).orElse(null);
    var text = new TwilioText(text(form));
    var details = details(form, text);
    return new ReaderMessage(sid, sender, null, text.shown(), details, files(sid, form, text));
  }

  /** A tapped button or list row is what the reader said. */
  private static String text(TwilioForm form) {
    return Stream.of("Body", "ButtonText", "ListTitle")
        .map(form::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Details details(TwilioForm form, TwilioText text) {
    var location = location(form);
    return new Details(
        null,
        null,
        location.isPresent() ? null : placeInWords(form),
        location.orElse(null),
        form.findShort("OriginalRepliedMessageSid").orElse(null),
        marks(form, text));
  }

  private static Optional<Location> location(TwilioForm form) {
    try {
      return Optional.of(
          new Location(
              Double.parseDouble(form.text("Latitude")),
              Double.parseDouble(form.text("Longitude")),
              form.findShort("Label").orElse(null),
              form.findShort("Address").orElse(null)));
    } catch (IllegalArgumentException e) {
      // No numbers or none on earth; the words beside them are kept as the place.
      return Optional.empty();
    }
  }

  private static @Nullable String placeInWords(TwilioForm form) {
    var words =
        Stream.of("Label", "Address")
            .flatMap(name -> form.findShort(name).stream())
            .collect(joining(", "));
    return words.isEmpty() ? null : words;
  }

  private static Set<Mark> marks(TwilioForm form, TwilioText text) {
    var marks = EnumSet.noneOf(Mark.class);
    markIf(form.text("Forwarded").equals("true"), Mark.FORWARDED, marks);
    markIf(form.text("FrequentlyForwarded").equals("true"), Mark.FREQUENTLY_FORWARDED, marks);
    markIf(form.text("ErrorCode").equals(MISSING_SEGMENT), Mark.INCOMPLETE, marks);
    markIf(text.isTooLong(), Mark.INCOMPLETE, marks);
    markIf(!isShownWhole(form), Mark.UNSUPPORTED, marks);
    OptOutWords.answered(form).ifPresent(marks::add);
    return marks;
  }

  private static void markIf(boolean condition, Mark mark, Set<Mark> marks) {
    if (condition) {
      marks.add(mark);
    }
  }

  /** Carts, contacts, flows and what comes next are more than their text and files. */
  private static boolean isShownWhole(TwilioForm form) {
    var type = form.find("MessageType").orElse("text").toLowerCase(Locale.ROOT);
    return SHOWN_TYPES.contains(type)
        && form.find("InteractiveData").isEmpty()
        && form.find("FlowData").isEmpty()
        && !(type.equals("interactive") && text(form).isEmpty());
  }

  private List<IncomingFile> files(String sid, TwilioForm form, TwilioText text) {
    var sent =
        IntStream.range(0, MAX_FILES).boxed().flatMap(index -> file(sid, form, index).stream());
    return Stream.concat(sent, text.file().stream()).toList();
  }

  private Optional<IncomingFile> file(String sid, TwilioForm form, int index) {
    var type = form.findShort("MediaContentType" + index).orElse(null);
    return form.find("MediaUrl" + index)
        .map(url -> new MediaReference(channel, sid, url))
        .map(reference -> new IncomingFile.AtProvider(reference, null, type));
  }
}
