package org.tipline.channel.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SendOutcome.Refused;
import org.tipline.channel.SendOutcome.TryLater;

/**
 * What a failed conversation with a mail server comes to. The server's own words are left out: they
 * quote the reader's address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1">RFC 5321 §4.2.1</a>
 */
final class MailFailure {

  private MailFailure() {}

  static SendOutcome of(MailException e, OutgoingMail mail, SendOutcome accepted) {
    if (e instanceof MailAuthenticationException) {
      return later("The mail server does not know us: see spring.mail.username and its password.");
    }
    var answer = answer(e);
    if (answer.isPresent()) {
      return answer.get();
    }
    if (!mail.isWhole()) {
      return later("The mail server cannot be reached.");
    }
    return failedAfterwards(e) ? accepted : MailServer.NO_WORD;
  }

  /** Spring names the mails that were not sent; when there is none, only the goodbye failed. */
  private static boolean failedAfterwards(MailException e) {
    return e instanceof MailSendException sending && sending.getMessageExceptions().length == 0;
  }

  private static Optional<SendOutcome> answer(MailException e) {
    if (e instanceof MailSendException sending) {
      for (var failure : sending.getMessageExceptions()) {
        var answer = answer(failure);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SendOutcome> answer(Exception failure) {
    var at = Optional.of(failure);
    while (at.isPresent()) {
      var answer =
          switch (at.get()) {
            case SMTPAddressFailedException mailbox -> mailbox(mailbox.getReturnCode());
            case SMTPSendFailedException sent -> sent(sent.getCommand(), sent.getReturnCode());
            default -> Optional.<SendOutcome>empty();
          };
      if (answer.isPresent()) {
        return answer;
      }
      at = next(at.get());
    }
    return Optional.empty();
  }

  private static Optional<Exception> next(Exception e) {
    return e instanceof MessagingException mail
        ? Optional.ofNullable(mail.getNextException())
        : Optional.empty();
  }

  private static Optional<SendOutcome> mailbox(int code) {
    return code >= 500
        ? refused("There is no such mailbox, or it takes no mail (" + code + ").")
        : temporary(code);
  }

  /** Our own address or account: nothing the reader can help, and an administrator can. */
  private static Optional<SendOutcome> us(int code) {
    return code >= 500
        ? Optional.of(later("The mail server does not take mail from our address (" + code + ")."))
        : temporary(code);
  }

  private static Optional<SendOutcome> sent(String command, int code) {
    if (command.startsWith("MAIL")) {
      return us(code);
    }
    return code >= 500 ? refused("The mail was refused (" + code + ").") : temporary(code);
  }

  /** Anything but a number of four hundred is no answer. */
  private static Optional<SendOutcome> temporary(int code) {
    return code >= 400
        ? Optional.of(later("The mail server asks us to come again later (" + code + ")."))
        : Optional.empty();
  }

  private static Optional<SendOutcome> refused(String reason) {
    return Optional.of(new Refused(reason, false));
  }

  private static SendOutcome later(String reason) {
    return new TryLater(reason, null);
  }
}
