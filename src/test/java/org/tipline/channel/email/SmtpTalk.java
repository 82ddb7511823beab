package org.tipline.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** The sender's side of a conversation, byte by byte. */
final class SmtpTalk implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private Socket socket;
  private BufferedReader answers;

  SmtpTalk(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
    answer();
  }

  private SmtpTalk(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  /** Greeted already, with a mail for our address waiting for its data. */
  static SmtpTalk beforeData(int port) throws IOException {
    var talk = new SmtpTalk(port);
    talk.say("EHLO sender.example.org");
    talk.envelope();
    return talk;
  }

  void envelope() throws IOException {
    say("MAIL FROM:<amina@example.org>");
    say("RCPT TO:<wananchi@example.org>");
    say("DATA");
  }

  /** Goes on over another socket, such as TLS over the one so far. */
  void switchTo(Socket other) throws IOException {
    socket = other;
    answers = new BufferedReader(new InputStreamReader(other.getInputStream(), ISO_8859_1));
  }

  Socket socket() {
    return socket;
  }

  String say(String line) throws IOException {
    send(line + "\r\n");
    return answer();
  }

  void send(String raw) throws IOException {
    socket.getOutputStream().write(raw.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** All lines of one answer; empty when the connection is closed. */
  String answer() throws IOException {
    var whole = new StringBuilder();
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      whole.append(line).append('\n');
      if (line.length() < 4 || line.charAt(3) != '-') {
        break;
      }
    }
    return whole.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
