package org.tipline.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Where the demo's notices go instead of into the world: kept in memory, the newest first. */
@Component
@Profile("demo")
class Mailbox implements SmartLifecycle {

  private static final int KEPT = 200;

  private final Deque<SentMail> mails = new ArrayDeque<>();
  private final Clock clock;
  private final DemoSettings settings;
  private SMTPServer server;

  Mailbox(DemoSettings settings, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    this.server = newServer();
  }

  private SMTPServer newServer() {
    return SMTPServer.port(settings.mailboxPort())
        .bindAddress(InetAddress.getLoopbackAddress())
        .messageHandler((context, from, to, mail) -> keep(from, to, mail))
        .build();
  }

  List<SentMail> mails() {
    synchronized (mails) {
      return List.copyOf(mails);
    }
  }

  void keep(String from, String to, byte[] mail) throws RejectException {
    try {
      var sent = SentMail.read(clock.instant(), from, to, mail);
      synchronized (mails) {
        mails.addFirst(sent);
        while (mails.size() > KEPT) {
          mails.removeLast();
        }
      }
    } catch (MessagingException | IOException e) {
      throw new RejectException(554, "The demo's mailbox cannot read this mail.");
    }
  }

  @Override
  public void start() {
    try {
      server.start();
    } catch (RuntimeException e) {
      throw new PortTaken("tipline.demo.mailbox-port", settings.mailboxPort(), e);
    }
  }

  @Override
  public void stop() {
    server.stop();
    server = newServer(); // one that was stopped cannot start again, and the application may
  }

  @Override
  public boolean isRunning() {
    return server.isRunning();
  }

  /** Open before anybody sends, and until nobody does any more. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
