package org.tipline.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that says what a test wants it to: to a command by its first word, to the end of a
 * mail under ".".
 */
public final class ScriptedMailServer implements AutoCloseable {

  /** Says nothing, and keeps the connection. */
  public static final String HANG = "hang";

  /** Says nothing, and closes the connection. */
  public static final String DROP = "drop";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> answers;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  public ScriptedMailServer(Map<String, String> answers) throws IOException {
    this.answers = new HashMap<>(Map.of("", "220 ready", "DATA", "354 go on", "QUIT", "221 bye"));
    this.answers.putAll(answers);
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** All commands so far, of all connections. */
  public List<String> commands() {
    return commands;
  }

  /** What was sent between DATA and the lone dot. */
  public List<String> mails() {
    return mails;
  }

  private void serve() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      var goesOn = answer(socket, "");
      while (goesOn) {
        var line = in.readLine();
        if (line == null) {
          return;
        }
        commands.add(line);
        goesOn = answer(socket, line.split(" ", 2)[0].toUpperCase(Locale.ROOT));
        if (goesOn && line.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("3")) {
          mails.add(mail(in));
          goesOn = answer(socket, ".");
        }
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private static String mail(BufferedReader in) throws IOException {
    var mail = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line).append('\n');
    }
    return mail.toString();
  }

  private boolean answer(Socket socket, String command) throws IOException {
    var answer = answers.getOrDefault(command, "250 fine");
    if (answer.equals(DROP)) {
      return false;
    }
    if (answer.equals(HANG)) {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return false;
    }
    socket.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return true;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
