package org.tipline.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.tipline.support.PackagedTipline;

/**
 * Clients that send by all four channels until they are told to stop. What was not received is sent
 * twice more, as providers do; each client's senders write one message after the other.
 */
final class Load implements AutoCloseable {

  private static final int TRIES = 3;
  private static final int MESSAGES_OF_A_SENDER = 5;
  private static final Client[] MIX = mix();

  private final PackagedTipline gateway;
  private final Ledger ledger;
  private final long betweenNanos;
  private final AtomicLong due = new AtomicLong(System.nanoTime());
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean running = true;

  /**
   * @param perSecond messages of all clients together; 0 for as many as they can
   */
  Load(PackagedTipline gateway, Ledger ledger, int clients, int perSecond) {
    this.gateway = gateway;
    this.ledger = ledger;
    this.betweenNanos = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (var n = 0; n < clients; n++) {
      this.clients.add(Thread.ofVirtual().start(this::sendUntilStopped));
    }
  }

  /** Of twenty messages twelve are SMS, four WhatsApp, three forms, one a mail. */
  private static Client[] mix() {
    var mix = new Client[20];
    for (var n = 0; n < mix.length; n++) {
      mix[n] =
          switch (n) {
            case 0, 5, 10, 15 -> Client.WHATSAPP;
            case 3, 9, 17 -> Client.WEB;
            case 13 -> Client.EMAIL;
            default -> Client.SMS;
          };
    }
    return mix;
  }

  private void sendUntilStopped() {
    var sender = "";
    try {
      for (var n = 0; running; n++) {
        if (n % MESSAGES_OF_A_SENDER == 0) {
          sender = "+2547" + String.format("%08d", (int) (Math.random() * 100_000_000));
        }
        awaitTurn();
        var id = UUID.randomUUID().toString().replace("-", "");
        deliver(MIX[n % MIX.length], new Client.Message(id, sender, n));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTurn() throws InterruptedException {
    if (betweenNanos > 0) {
      TimeUnit.NANOSECONDS.sleep(due.getAndAdd(betweenNanos) - System.nanoTime());
    }
  }

  private void deliver(Client client, Client.Message message) throws InterruptedException {
    ledger.sent(message);
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var began = System.nanoTime();
      try {
        var code = client.send(gateway, message);
        var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        ledger.answered(client, message, code, took);
        if (Client.isReceived(code) || client == Client.EMAIL) {
          return;
        }
      } catch (IOException unanswered) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      for (var client : clients) {
        client.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
