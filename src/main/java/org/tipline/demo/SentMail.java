package org.tipline.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * A mail that left Tipline.
 *
 * @param messageId with its angle brackets, nothing when it has none
 * @param answerTo the address an answer goes to
 * @param references the thread it belongs to, itself left out
 */
record SentMail(
    Instant at,
    String from,
    String to,
    String subject,
    String text,
    String messageId,
    String answerTo,
    String references) {

  static SentMail read(Instant at, String from, String to, byte[] mail)
      throws MessagingException, IOException {
    var message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    return new SentMail(
        at,
        from,
        to,
        Objects.requireNonNullElse(message.getSubject(), ""),
        text(message),
        Objects.requireNonNullElse(message.getMessageID(), ""),
        answerTo(message, from),
        Objects.requireNonNullElse(message.getHeader("References", " "), ""));
  }

  private static String answerTo(MimeMessage message, String from) throws MessagingException {
    var answerTo = message.getReplyTo();
    return answerTo.length > 0 && answerTo[0] instanceof InternetAddress address
        ? address.getAddress()
        : from;
  }

  /** Line ends do not show on a page. */
  public List<String> lines() {
    return text.lines().toList();
  }

  private static String text(Part part) throws MessagingException, IOException {
    return switch (part.getContent()) {
      case String text -> text;
      case Multipart parts when parts.getCount() > 0 -> text(parts.getBodyPart(0));
      default -> "";
    };
  }
}
