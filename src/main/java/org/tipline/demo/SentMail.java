package org.tipline.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** A mail that left Tipline. */
record SentMail(Instant at, String from, String to, String subject, String text) {

  static SentMail read(Instant at, String from, String to, byte[] mail)
      throws MessagingException, IOException {
    var message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    return new SentMail(
        at, from, to, Objects.requireNonNullElse(message.getSubject(), ""), text(message));
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
