package org.tipline.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Puts each connection under watch when it opens. */
final class SmtpVisits implements SessionHandler {

  private final Duration idleTimeout;

  SmtpVisits(Duration idleTimeout) {
    this.idleTimeout = idleTimeout;
  }

  @Override
  public SessionAcceptance accept(Session session) {
    // SubEtha names the thread by the sender's IP address, and thread names are in the log.
    Thread.currentThread().setName("smtp");
    watch(session, session.getSocket(), new SmtpVisit(idleTimeout));
    return SessionAcceptance.success();
  }

  @Override
  public void onSessionEnd(Session session) {}

  /** Before anything is read: what a session has buffered is lost with its old socket. */
  static void watch(Session session, Socket socket, SmtpVisit visit) {
    try {
      session.setSocket(new WatchedSocket(socket, visit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
