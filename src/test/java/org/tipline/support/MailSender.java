package org.tipline.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Sends one mail by the bare protocol and gives back every reply code the listener said. */
public record MailSender(int port) {

  /** The reply to the last command that was sent: 250 after DATA means kept. */
  public String send(String from, String to, String rawMail) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      var out = socket.getOutputStream();
      reply(in);
      command(in, out, "EHLO test.example.org");
      var mail = command(in, out, "MAIL FROM:<" + from + ">");
      var recipient = mail.startsWith("2") ? command(in, out, "RCPT TO:<" + to + ">") : mail;
      var data = recipient.startsWith("2") ? command(in, out, "DATA") : recipient;
      return data.startsWith("3") ? command(in, out, rawMail + "\r\n.") : data;
    }
  }

  private static String command(BufferedReader in, OutputStream out, String line)
      throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
    return reply(in);
  }

  private static String reply(BufferedReader in) throws IOException {
    var line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return line == null ? "connection closed" : line;
  }
}
