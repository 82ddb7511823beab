package org.tipline.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Keeps a number of senders busy, each with one mail of 600 bytes after the other. */
final class MailLoad {

  private static final String WORDS =
      "Daraja la mto limevunjika usiku wa leo karibu na soko, magari hayapiti.\r\n".repeat(5);

  private final int port;
  private final boolean isKept;

  /**
   * @param isKept one connection for all mails of a sender, or a new one for each
   */
  MailLoad(int port, boolean isKept) {
    this.port = port;
    this.isKept = isKept;
  }

  Round run(int senders, Duration time) throws Exception {
    var began = System.nanoTime();
    var work = new ArrayList<Callable<long[]>>();
    for (var n = 0; n < senders; n++) {
      work.add(() -> send(began + time.toNanos()));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<long[]> parts = new ArrayList<>();
      for (var part : threads.invokeAll(work)) {
        parts.add(part.get());
      }
      return Round.of(parts, System.nanoTime() - began);
    }
  }

  private long[] send(long end) throws IOException {
    var samples = new Samples();
    while (System.nanoTime() < end) {
      var began = System.nanoTime();
      try (var talk = new Talk(port)) {
        do {
          talk.send();
          samples.add(System.nanoTime() - began);
          began = System.nanoTime();
        } while (isKept && began < end);
      }
    }
    return samples.toArray();
  }

  private static final class Talk implements Closeable {

    private final Socket socket;
    private final BufferedReader answers;

    Talk(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      expect('2');
      say("EHLO sender.example.net", '2');
    }

    void send() throws IOException {
      var id = UUID.randomUUID();
      say("MAIL FROM:<%s@example.net>".formatted(id), '2');
      say("RCPT TO:<wananchi@example.org>", '2');
      say("DATA", '3');
      say(
          "From: Reader <%s@example.net>\r\nTo: wananchi@example.org\r\nSubject: Daraja\r\nMessage-ID: <%s@example.net>\r\n\r\n%s."
              .formatted(id, id, WORDS),
          '2');
    }

    private void say(String line, char expected) throws IOException {
      socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
      expect(expected);
    }

    private void expect(char first) throws IOException {
      var line = answers.readLine();
      while (line != null && line.length() > 3 && line.charAt(3) == '-') {
        line = answers.readLine();
      }
      if (line == null || line.charAt(0) != first) {
        throw new IOException("the listener said " + line);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
