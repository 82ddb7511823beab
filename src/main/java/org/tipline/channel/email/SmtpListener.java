package org.tipline.channel.email;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;
import org.tipline.intake.Intake;

/** Listens for mail; the last to start and the first to stop, so that all it needs is there. */
@Component
@Conditional(EmailIsOn.class)
class SmtpListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SmtpListener.class);

  private final EmailSettings settings;
  private final OurAddresses ours;
  private final MailDoor door;
  private @Nullable SMTPServer server;

  SmtpListener(EmailSettings settings, Intake intake, Clock clock) {
    this.settings = settings;
    ours = new OurAddresses(settings.address());
    door = new MailDoor(ours, new MailBodies(settings.maxByteCount()), intake, clock);
  }

  @Override
  public synchronized void start() {
    var started = build(settings.smtp());
    try {
      started.start();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "Nothing can listen for mail on %s port %d; set tipline.channels.email.smtp.bind and .port to a free one."
              .formatted(settings.smtp().bind().getHostAddress(), settings.smtp().port()),
          e);
    }
    server = started;
    log.info("Listening for mail on port {}.", started.getPortAllocated());
  }

  @Override
  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  /** A sender that does not read its answer must not hold up the others' shutdown. */
  @Override
  public void stop(Runnable callback) {
    Thread.startVirtualThread(
        () -> {
          stop();
          callback.run();
        });
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  /** The port in use, which is not the one configured when that is 0. */
  synchronized int port() {
    if (server == null) {
      throw new IllegalStateException("the listener is not running");
    }
    return server.getPortAllocated();
  }

  private SMTPServer build(EmailSettings.Smtp smtp) {
    // A mail is many short lines to and fro; a virtual thread would be put aside at each of them.
    var threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("smtp").factory());
    var builder =
        SMTPServer.port(smtp.port())
            .bindAddress(smtp.bind())
            .hostName(ours.domain())
            .softwareName("Tipline")
            .serverThreadName("smtp")
            .executorService(threads)
            .messageHandlerFactory(door)
            .sessionHandler(new SmtpVisits(smtp.idleTimeout()))
            .insertReceivedHeaders(false) // they would store the sender's IP address
            .fromAddressValidator(any -> true) // whoever writes, writes: RFC syntax is not our test
            .maxMessageSize(settings.maxByteCount())
            .maxConnections(smtp.maxConnections())
            .maxRecipients(smtp.maxRecipients())
            .connectionTimeoutMs(Math.toIntExact(smtp.idleTimeout().toMillis()));
    if (smtp.certificate() != null && smtp.privateKey() != null) {
      builder
          .enableTLS()
          .startTlsSocketFactory(new StartTls(smtp.certificate(), smtp.privateKey()));
    }
    var built = builder.build();
    SmtpCommands.replaceIn(built);
    return built;
  }
}
