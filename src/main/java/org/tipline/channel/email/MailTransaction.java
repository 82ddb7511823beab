package org.tipline.channel.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail on its way in, from MAIL FROM to the answer after its last line. */
final class MailTransaction implements MessageHandler {

  private final MailDoor door;
  private final Set<String> recipients = new LinkedHashSet<>();

  /** Empty for the null sender of bounces. */
  private String sender = "";

  MailTransaction(MailDoor door) {
    this.door = door;
  }

  @Override
  public void from(String from) {
    sender = from;
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    if (!door.isForUs(recipient)) {
      throw new RejectException(550, "5.1.1 No such address here");
    }
    recipients.add(recipient);
  }

  /**
   * Anything but a {@link RejectException} ends the connection with 421: the sender tries again.
   */
  @Override
  public String data(InputStream data) throws RejectException, IOException {
    try (var body = door.bodies().take(data)) {
      door.accept(sender, recipients, body.bytes());
    }
    return "2.0.0 Received";
  }

  @Override
  public void done() {}
}
