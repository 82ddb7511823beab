package org.tipline.channel.email;

import java.io.IOException;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** SubEtha 7.2.2's commands where ours must be stricter; replacing them is its only way in. */
final class SmtpCommands {

  private static final Pattern SIZE = Pattern.compile("(?i) SIZE=0*(\\d+)");
  private static final int DIGITS_OF_INT = 9;

  private SmtpCommands() {}

  static void replaceIn(SMTPServer server) {
    replace(server, "EHLO", (line, session, theirs) -> greet(line, session));
    replace(server, "MAIL", SmtpCommands::from);
    replace(server, "DATA", SmtpCommands::data);
    replace(server, "BDAT", (line, session, theirs) -> refuseChunks());
    replace(server, "STARTTLS", SmtpCommands::startTls);
    replace(server, "HELP", (line, session, theirs) -> session.sendResponse("214 RFC 5321"));
  }

  /** Offers what we keep to: no CHUNKING, and no STARTTLS under TLS. */
  private static void greet(String line, Session session) throws IOException {
    if (line.strip().length() <= "EHLO".length()) {
      session.sendResponse("501 5.5.4 Say who you are: EHLO host name");
      return;
    }
    var server = session.getServer();
    var canStartTls = server.getEnableTLS() && !session.isTLSStarted();
    session.resetMailTransaction();
    session.setHelo(line.substring("EHLO".length()).strip());
    session.sendResponse(
        "250-"
            + server.getHostName()
            + "\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE "
            + server.getMaxMessageSize()
            + (canStartTls ? "\r\n250-STARTTLS" : "")
            + "\r\n250 SMTPUTF8");
  }

  /** Theirs reads the size as an int wherever it stands last, and falls over a larger one. */
  private static void from(String line, Session session, Command theirs)
      throws IOException, DropConnectionException {
    var size = SIZE.matcher(line);
    if (size.find() && isOver(session.getServer().getMaxMessageSize(), size.group(1))) {
      session.sendResponse("552 5.3.4 The mail is too large");
      return;
    }
    theirs.execute(line, session);
  }

  private static boolean isOver(int max, String size) {
    return size.length() > DIGITS_OF_INT || Integer.parseInt(size) > max;
  }

  /** Theirs leaves a refused mail open, and would refuse the sender's next one for good. */
  private static void data(String line, Session session, Command theirs)
      throws IOException, DropConnectionException {
    var hasRecipient = session.getRecipientCount() > 0;
    theirs.execute(line, session);
    if (hasRecipient) {
      session.resetMailTransaction();
    }
  }

  /**
   * Theirs takes a connection that breaks within a chunk for the end of the mail, and the chunk of
   * a mail it refuses for commands. Chunks follow at once, so the connection ends.
   */
  private static void refuseChunks() throws DropConnectionException {
    throw new DropConnectionException(502, "5.5.1 Chunks are not offered");
  }

  /** What was sent behind STARTTLS in the clear is dropped with the old socket's buffer. */
  private static void startTls(String line, Session session, Command theirs)
      throws IOException, DropConnectionException {
    if (session.isTLSStarted()) {
      session.sendResponse("503 5.5.1 TLS is on already");
      return;
    }
    var visit = ((WatchedSocket) session.getSocket()).visit();
    theirs.execute(line, session);
    if (session.isTLSStarted()) {
      SmtpVisits.watch(session, session.getSocket(), visit);
    }
  }

  private static void replace(SMTPServer server, String name, Action action) {
    var commands = server.getCommandHandler();
    commands.addCommand(new Replacement(name, action, commands.getCommand(name)));
  }

  private interface Action {
    void run(String line, Session session, Command theirs)
        throws IOException, DropConnectionException;
  }

  private record Replacement(String name, Action action, Command theirs) implements Command {

    @Override
    public void execute(String line, Session session) throws IOException, DropConnectionException {
      action.run(line, session, theirs);
    }

    @Override
    public HelpMessage getHelp() {
      return new HelpMessage(name, "");
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
