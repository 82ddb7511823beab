package org.tipline.channel.email;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SendOutcome.TryLater;
import org.tipline.channel.SendOutcome.Uncertain;

/** The newsroom's own mail server, by {@code spring.mail.*}. */
final class MailServer {

  static final Uncertain NO_WORD =
      new Uncertain(
          "The mail server did not say whether it took the mail, and cannot be asked. Sent again it"
              + " may arrive twice.");

  private static final TryLater TOO_SLOW =
      new TryLater("The mail server did not answer in time.", null);

  private final JavaMailSender sender;
  private final Duration patience;

  /** {@code patience} is for the whole conversation; a library's time-outs are for a step each. */
  MailServer(JavaMailSender sender, Duration patience) {
    this.sender = sender;
    this.patience = patience;
  }

  /** {@code accepted} is what it comes to when the server says 250. */
  SendOutcome send(OutgoingMail mail, SendOutcome accepted) {
    var talk = new FutureTask<>(() -> talk(mail, accepted));
    Thread.ofVirtual().name("mail").start(talk);
    try {
      return talk.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return givenUp(mail);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return givenUp(mail);
    } catch (ExecutionException e) {
      throw new IllegalStateException("sending a mail has a bug", e.getCause());
    }
  }

  private SendOutcome talk(OutgoingMail mail, SendOutcome accepted) {
    try {
      sender.send(mail);
      return accepted;
    } catch (MailException e) {
      return MailFailure.of(e, mail, accepted);
    }
  }

  /** A mail taken back in time is never given to the server, however long the talk goes on. */
  private static SendOutcome givenUp(OutgoingMail mail) {
    return mail.withdraw() ? TOO_SLOW : NO_WORD;
  }
}
