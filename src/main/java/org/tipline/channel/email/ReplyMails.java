package org.tipline.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.OutgoingReply;

/**
 * Puts replies into mails: the same reply is the same mail, however often it is tried. Of what a
 * reader wrote only the subject, the Message-ID and a checked address are in it, and in no header
 * that decides where it goes.
 */
final class ReplyMails {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final OurAddresses ours;
  private final String newsroom;

  ReplyMails(OurAddresses ours, String newsroom) {
    this.ours = ours;
    this.newsroom = newsroom;
  }

  /** {@code to} is a checked address. */
  OutgoingMail of(OutgoingReply reply, String to, Session session) throws MessagingException {
    var back = ours.tagged(reply.token());
    var mail =
        new OutgoingMail(session)
            .with("Date", DATE.format(reply.firstTriedAt()))
            .with("From", from())
            .with("To", to)
            .with("Reply-To", back)
            .with("Message-ID", MessageId.ofToken(reply.token(), ours))
            .withWords("Subject", subject(reply.answers()))
            .withText(reply.text());
    // What bounces, and holiday notices, which answer the envelope, come back to the same tip.
    mail.setEnvelopeFrom(back);
    name(reply.answers(), mail);
    if (reply.automatic()) {
      // RFC 3834; the second is Exchange's, https://learn.microsoft.com/openspecs MS-OXCMAIL.
      mail.with("Auto-Submitted", "auto-replied").with("X-Auto-Response-Suppress", "All");
    }
    return mail;
  }

  private String from() throws MessagingException {
    try {
      var name = CleanText.oneLine(newsroom, 100).replaceAll("[\"\\\\]", "");
      var words = MimeUtility.encodeWord(name, "UTF-8", "Q");
      return (words.equals(name) ? "\"" + name + "\"" : words) + " <" + ours.first() + ">";
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("every Java platform has UTF-8", e);
    }
  }

  private String subject(OutgoingReply.@Nullable Answers answers) {
    var subject = answers == null || answers.subject() == null ? "" : answers.subject().strip();
    if (subject.isEmpty()) {
      return newsroom;
    }
    return subject.regionMatches(true, 0, "re:", 0, 3) ? subject : "Re: " + subject;
  }

  private static void name(OutgoingReply.@Nullable Answers answers, OutgoingMail mail)
      throws MessagingException {
    if (answers == null || answers.messageId() == null) {
      return;
    }
    var id = MessageId.parse(answers.messageId());
    if (id.isPresent()) {
      mail.with("In-Reply-To", id.get()).with("References", id.get());
    }
  }
}
