package org.tipline.channel.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Mark;
import org.tipline.channel.ReaderMessage;

/**
 * Reads a stored mail. There is none it cannot read: of what it makes nothing, or only a part, the
 * whole mail is a file of the message.
 */
final class MimeReader {

  private static final Pattern ANSWER = Pattern.compile("(?i)(?:re|aw|sv|jibu)\\s*:.*");
  private static final Pattern FORWARD = Pattern.compile("(?i)(?:fwd?|wg|tr)\\s*:.*");
  private static final Pattern FORWARDED =
      Pattern.compile("(?im)^(?:-{3,} ?forwarded message ?-{3,}|begin forwarded message:)\\s*$");
  private static final int LONGEST_SUBJECT = 1_000;

  private final OurAddresses ours;

  MimeReader(OurAddresses ours) {
    this.ours = ours;
  }

  ReaderMessage read(Delivery delivery) {
    var caps = new MailCaps();
    var mail = MailPart.mail(delivery.body(), caps);
    var content = new MailContent(mail);
    var from = mail.headers().first("from").flatMap(Mailbox::first);
    var envelopeSender = Optional.ofNullable(delivery.envelope().get("sender"));
    var isAutomatic = new AutomaticMail(mail, ours).is(envelopeSender, from.map(Mailbox::address));
    var marks = marks(content, isAutomatic, caps.isExceeded() || isNothing(mail, content));
    var words = words(mail, content.text());
    return new ReaderMessage(
        delivery.key(),
        MailSender.of(from, envelopeSender),
        sentAt(mail, delivery.receivedAt()),
        words.text(),
        details(mail, words.quoted(), recipients(delivery), marks),
        files(content, marks, delivery.body()));
  }

  private static Set<Mark> marks(MailContent content, boolean isAutomatic, boolean isUnread) {
    var marks = EnumSet.noneOf(Mark.class);
    marks.addAll(content.marks());
    if (isAutomatic) {
      marks.add(Mark.AUTOMATIC);
    }
    if (isUnread) {
      marks.add(Mark.UNSUPPORTED);
    }
    return marks;
  }

  private static @Nullable Instant sentAt(MailPart mail, Instant receivedAt) {
    return mail.headers().first("date").flatMap(date -> MailDate.of(date, receivedAt)).orElse(null);
  }

  private static boolean isNothing(MailPart mail, MailContent content) {
    return content.text().isBlank() && content.files().isEmpty() && subject(mail).isEmpty();
  }

  private static String subject(MailPart mail) {
    var raw = CleanText.cut(mail.headers().first("subject").orElse(""), 10 * LONGEST_SUBJECT);
    return CleanText.oneLine(EncodedWords.decode(raw), LONGEST_SUBJECT);
  }

  /** What a reader forwards is what they want to tell, however it is quoted. */
  private static QuotedHistory.Split words(MailPart mail, String text) {
    var subject = subject(mail);
    var isAnswer =
        mail.headers().has("in-reply-to")
            || mail.headers().has("references")
            || ANSWER.matcher(subject).matches();
    var isForward = FORWARD.matcher(subject).matches() || FORWARDED.matcher(text).find();
    return isAnswer && !isForward ? QuotedHistory.split(text) : new QuotedHistory.Split(text, "");
  }

  private Details details(MailPart mail, String quoted, List<String> recipients, Set<Mark> marks) {
    return new Details(
        orNull(subject(mail)),
        orNull(quoted),
        null,
        null,
        mail.headers().first("message-id").flatMap(MessageId::parse).orElse(null),
        ours.tokenIn(recipients).or(() -> MessageId.tokenIn(mail.headers(), ours)).orElse(null),
        marks);
  }

  private static List<String> recipients(Delivery delivery) {
    return List.of(delivery.envelope().getOrDefault("recipient", "").split(","));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<IncomingFile> files(MailContent content, Set<Mark> marks, byte[] mail) {
    var files = new ArrayList<>(content.files());
    if (marks.contains(Mark.UNSUPPORTED) || marks.contains(Mark.ENCRYPTED)) {
      files.add(new IncomingFile.Enclosed(mail, "message.eml", "message/rfc822"));
    }
    return files;
  }
}
