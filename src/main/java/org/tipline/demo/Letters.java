package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mailboxes of the made-up readers: what they wrote to the newsroom and what came back. */
@Component
@Profile("demo")
class Letters {

  private static final int LONGEST = 100_000;
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Map<String, List<Letter>> written = new ConcurrentHashMap<>();
  private final Mailbox mailbox;
  private final MailDoor door;
  private final DemoSettings settings;
  private final Clock clock;

  Letters(Mailbox mailbox, MailDoor door, DemoSettings settings, Clock clock) {
    this.mailbox = mailbox;
    this.door = door;
    this.settings = settings;
    this.clock = clock;
  }

  /** Newest first. */
  List<Letter> of(Person person) {
    var ours =
        mailbox.mails().stream()
            .filter(mail -> mail.to().equalsIgnoreCase(person.mail()))
            .map(Letter::of);
    return Stream.concat(written.getOrDefault(person.key(), List.of()).stream(), ours)
        .sorted(Comparator.comparing(Letter::at).reversed())
        .toList();
  }

  /** The one that is to be answered. */
  Optional<Letter> find(Person person, @Nullable String messageId) {
    return of(person).stream()
        .filter(letter -> !letter.messageId().isEmpty() && letter.messageId().equals(messageId))
        .findFirst();
  }

  /**
   * Sends a mail to the newsroom's own listener, as the last relay does.
   *
   * @param answered null: it answers none
   * @throws NotTaken when it is empty or too long, or the listener refuses it
   */
  void write(
      Person person,
      String subject,
      String words,
      @Nullable Letter answered,
      @Nullable Picture picture) {
    if (words.isBlank() || words.length() > LONGEST || subject.length() > 300) {
      throw new NotTaken("A mail has 1 to 100,000 characters, and 300 in its subject.");
    }
    var letter = letter(subject, words, answered, picture);
    try {
      door.send(person.mail(), letter.answerTo(), bytes(person, letter, answered, picture));
    } catch (IOException | MessagingException e) {
      throw new NotTaken("The newsroom's mail listener did not take it; see the console.");
    }
    written.computeIfAbsent(person.key(), _ -> new CopyOnWriteArrayList<>()).add(letter);
  }

  private Letter letter(
      String subject, String words, @Nullable Letter answered, @Nullable Picture picture) {
    return new Letter(
        clock.instant(),
        true,
        subject,
        words,
        "<" + UUID.randomUUID() + "@mail.example.org>",
        answered == null || answered.isTheirs() ? settings.newsroom().mail() : answered.answerTo(),
        answered == null ? "" : answered.thread(),
        picture == null ? null : picture.name());
  }

  private static byte[] bytes(
      Person person, Letter letter, @Nullable Letter answered, @Nullable Picture picture)
      throws MessagingException, IOException {
    var message = new MimeMessage(SESSION);
    message.setFrom(new InternetAddress(person.mail(), person.name(), UTF_8.name()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.answerTo()));
    message.setSubject(letter.subject(), UTF_8.name());
    message.setSentDate(Date.from(letter.at()));
    fill(message, letter.text(), picture);
    message.saveChanges();
    message.setHeader("Message-ID", letter.messageId());
    if (answered != null) {
      message.setHeader("In-Reply-To", answered.messageId());
      message.setHeader("References", letter.references());
    }
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toByteArray();
  }

  private static void fill(MimeMessage message, String words, @Nullable Picture picture)
      throws MessagingException, IOException {
    if (picture == null) {
      message.setText(words, UTF_8.name());
      return;
    }
    var text = new MimeBodyPart();
    text.setText(words, UTF_8.name());
    var file = new MimeBodyPart();
    file.attachFile(picture.file().toFile());
    file.setFileName(picture.name());
    message.setContent(new MimeMultipart(text, file));
  }
}
