package org.tipline.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The editors' mail server, by turns out of order; it keeps whom it was to tell what, and when. */
final class EditorsMail implements AutoCloseable {

  /** What it does when a mail comes. */
  enum Manner {
    TAKES,
    /** Nobody listens at its port. */
    DOWN,
    /** It says nothing to DATA, and keeps the connection. */
    HANGS_AFTER_DATA,
    /** It has the mail, and closes the connection instead of saying so. */
    DROPS_BEFORE_250
  }

  /**
   * A mail it has.
   *
   * @param tips of how many tips it speaks
   * @param references of those it names, at most 50
   */
  record Mail(String to, long atNanos, int tips, Set<String> references) {}

  private static final Pattern SUBJECT = Pattern.compile("Subject: (?:A tip waits|(\\d+) tips).*");
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Z]{3}-[0-9A-Z]{4})  .*"); // reference, desk, medium, age

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private volatile Manner manner = Manner.TAKES;
  private ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port = door.getLocalPort();

  EditorsMail() throws IOException {
    serve(door);
  }

  int port() {
    return port;
  }

  void behave(Manner manner) throws IOException {
    this.manner = manner;
    if (manner == Manner.DOWN) {
      door.close();
    } else if (door.isClosed()) {
      door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      serve(door);
    }
  }

  /** All mails it had since this was asked last. */
  List<Mail> collect() {
    var collected = List.copyOf(mails);
    mails.clear();
    return collected;
  }

  private void serve(ServerSocket open) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              var socket = open.accept();
              Thread.startVirtualThread(() -> talk(socket));
            }
          } catch (IOException closed) {
            // nobody listens any more
          }
        });
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      var out = socket.getOutputStream();
      var to = "";
      say(out, "220 ready");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        to = line.startsWith("RCPT TO:") ? line : to;
        if (!line.equals("DATA")) {
          say(out, "250 fine");
        } else if (!take(to, in, out)) {
          return;
        }
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  /** Whether the connection goes on. */
  private boolean take(String to, BufferedReader in, OutputStream out) throws IOException {
    if (manner == Manner.HANGS_AFTER_DATA) {
      in.transferTo(Writer.nullWriter());
      return false;
    }
    say(out, "354 go on");
    mails.add(read(to, in));
    if (manner == Manner.DROPS_BEFORE_250) {
      return false;
    }
    say(out, "250 taken");
    return true;
  }

  private static Mail read(String to, BufferedReader in) throws IOException {
    var tips = 0;
    var references = new HashSet<String>();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      var subject = SUBJECT.matcher(line);
      if (subject.matches()) {
        tips = subject.group(1) == null ? 1 : Integer.parseInt(subject.group(1));
      }
      var named = LINE.matcher(line);
      if (named.matches()) {
        references.add(named.group(1));
      }
    }
    return new Mail(to, System.nanoTime(), tips, references);
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
