package org.tipline.notify;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tipline.account.InvitationLink;
import org.tipline.account.Invitations;

/** Sends a link to whoever is invited; at once, since it is kept nowhere to be sent later. */
@Component
public class InvitationMail {

  /** How a try ended. */
  public enum Outcome {
    /** The mail server has it. */
    SENT,
    /** There is no mail server to send by. */
    NO_SERVER,
    /** The mail server knows no such mailbox. */
    NO_MAILBOX,
    /** The mail server did not take it, or did not answer. */
    FAILED
  }

  private final NewsroomMail mail;
  private final String newsroom;

  InvitationMail(NewsroomMail mail, @Value("${tipline.newsroom.name:Tipline}") String newsroom) {
    this.mail = mail;
    this.newsroom = newsroom;
  }

  public Outcome send(InvitationLink invitation) {
    if (!mail.isConfigured()) {
      return Outcome.NO_SERVER;
    }
    try {
      mail.send(invitation.invitation().email(), subject(), text(invitation));
      return Outcome.SENT;
    } catch (Unsent e) {
      return e.then() == Unsent.Then.GIVE_UP ? Outcome.NO_MAILBOX : Outcome.FAILED;
    }
  }

  private String subject() {
    return "Your invitation to " + newsroom;
  }

  private String text(InvitationLink invitation) {
    return """
    %s invites you to sign in to Tipline, where %s works on what its readers send.

    Open this link within %d hours and choose a password:
    %s

    It works once. If you did not expect it, ignore it, and nothing happens.
    """
        .formatted(
            invitation.invitation().invitedBy(),
            newsroom,
            Invitations.VALID.toHours(),
            invitation.link());
  }
}
