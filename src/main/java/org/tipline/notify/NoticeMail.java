package org.tipline.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Tells one editor by mail. */
@Component
class NoticeMail {

  private final ObjectProvider<JavaMailSender> mail;
  private final JdbcClient jdbc;
  private final NoticeText text;
  private final NotifySettings settings;

  NoticeMail(
      ObjectProvider<JavaMailSender> mail,
      JdbcClient jdbc,
      NoticeText text,
      NotifySettings settings) {
    this.mail = mail;
    this.jdbc = jdbc;
    this.text = text;
    this.settings = settings;
  }

  void send(UUID editor, List<DueNotice> due) {
    var sender = mail.getIfAvailable();
    if (sender == null) {
      throw new Unsent(
          "no mail server is configured (spring.mail.host)", false, new IllegalStateException());
    }
    try {
      var message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(address(editor));
      helper.setSubject(text.subject(due));
      helper.setText(text.body(due));
      // RFC 3834: nobody's holiday notice should answer a machine.
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
    } catch (MessagingException | MailException e) {
      throw new Unsent("mail: " + e.getClass().getSimpleName(), isRefusedForGood(e), e);
    }
  }

  private String address(UUID editor) {
    return jdbc.sql("select email from editors where id = ?")
        .param(editor)
        .query(String.class)
        .single();
  }

  /** The server knows no such mailbox; everything else may be different in an hour. */
  private static boolean isRefusedForGood(Exception e) {
    return e instanceof MailSendException unsent
        && unsent.getFailedMessages().values().stream().anyMatch(NoticeMail::isUnknownMailbox);
  }

  private static boolean isUnknownMailbox(Exception e) {
    return e instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }
}
