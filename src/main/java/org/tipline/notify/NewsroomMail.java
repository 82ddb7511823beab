package org.tipline.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail from the newsroom's Tipline to its own people. */
@Component
class NewsroomMail {

  private final ObjectProvider<JavaMailSender> mail;
  private final NotifySettings settings;

  NewsroomMail(ObjectProvider<JavaMailSender> mail, NotifySettings settings) {
    this.mail = mail;
    this.settings = settings;
  }

  boolean isConfigured() {
    return mail.getIfAvailable() != null;
  }

  /**
   * Hands one mail to the server.
   *
   * @throws Unsent when there is none, or it does not take it
   */
  void send(String to, String subject, String text) {
    var sender = mail.getIfAvailable();
    if (sender == null) {
      throw new Unsent(
          "no mail server is configured (spring.mail.host)",
          Unsent.Then.TRY_AGAIN,
          new IllegalStateException());
    }
    try {
      var message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(to);
      helper.setSubject(subject);
      helper.setText(text);
      // RFC 3834: nobody's holiday notice should answer a machine.
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
    } catch (MailSendException e) {
      throw unsent(e);
    } catch (MessagingException | MailException e) {
      throw new Unsent("mail: " + e.getClass().getSimpleName(), Unsent.Then.TRY_AGAIN, e);
    }
  }

  /** A mailbox that the server does not know is for good; all else may be different in an hour. */
  private static Unsent unsent(MailSendException e) {
    var failures = e.getFailedMessages().values();
    if (failures.stream().anyMatch(NewsroomMail::isCutShort)) {
      return new Unsent(Unsent.MAY_HAVE_ARRIVED, Unsent.Then.TELL_ONCE_MORE, e);
    }
    var isForGood = failures.stream().anyMatch(NewsroomMail::isUnknownMailbox);
    return new Unsent(
        "mail: MailSendException", isForGood ? Unsent.Then.GIVE_UP : Unsent.Then.TRY_AGAIN, e);
  }

  /** It had the whole mail, to its lone dot, and the connection ended without an answer. */
  private static boolean isCutShort(Exception e) {
    return e instanceof SMTPSendFailedException failed
        && failed.getCommand().equals(".")
        && failed.getReturnCode() < 0;
  }

  private static boolean isUnknownMailbox(Exception e) {
    return e instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }
}
