package org.tipline.account;

import java.net.URI;

/**
 * An invitation with the link that takes it up, told this once.
 *
 * @param link secret: whoever opens it first is the editor
 */
public record InvitationLink(Invitation invitation, URI link) {

  @Override
  public String toString() {
    return "InvitationLink[" + invitation.id() + "]";
  }
}
