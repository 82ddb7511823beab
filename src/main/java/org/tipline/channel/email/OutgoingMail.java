package org.tipline.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A mail of ours, with exactly the headers that are put into it, and how far it has got: a server
 * that was not given the whole of it has not taken it.
 */
final class OutgoingMail extends SMTPMessage {

  /** Anything else has come from outside and must not be in a header. */
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,998}");

  private static final String PLAIN = "text/plain; charset=UTF-8; format=fixed";
  private static final int LONGEST_WORDS = 300;

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.HERE);

  private enum Stage {
    HERE,
    WITHDRAWN,
    ON_ITS_WAY,
    WHOLE
  }

  OutgoingMail(Session session) {
    super(session);
  }

  /**
   * Sets a header that is ASCII by nature.
   *
   * @throws IllegalArgumentException when a character is in it that could end it
   */
  OutgoingMail with(String header, String value) throws MessagingException {
    if (!PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException("a value of " + header + " that is no header");
    }
    setHeader(header, value);
    return this;
  }

  /** Sets a header that people read; what is not ASCII is encoded, RFC 2047. */
  OutgoingMail withWords(String header, String words) throws MessagingException {
    try {
      var line = CleanText.oneLine(words, LONGEST_WORDS);
      var encoded = MimeUtility.encodeText(line, "UTF-8", "Q");
      setHeader(header, MimeUtility.fold(header.length() + 2, encoded));
      return this;
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("every Java platform has UTF-8", e);
    }
  }

  /** RFC 3676 calls plain text that is not flowed "fixed"; mail's own line end is CRLF. */
  OutgoingMail withText(String text) throws MessagingException {
    var lines = CleanText.of(text).replace("\n", "\r\n");
    setDataHandler(
        new DataHandler(new ByteArrayDataSource(lines.getBytes(StandardCharsets.UTF_8), PLAIN)));
    return this;
  }

  /** It names itself by its reply's token. */
  @Override
  protected void updateMessageID() {}

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
    if (!stage.compareAndSet(Stage.HERE, Stage.ON_ITS_WAY)) {
      throw new IOException("nobody waits for this mail any more");
    }
    super.writeTo(out, ignored);
    stage.set(Stage.WHOLE);
  }

  /** True: it has not been given to the server, and will not be. */
  boolean withdraw() {
    return stage.compareAndSet(Stage.HERE, Stage.WITHDRAWN);
  }

  /** The server may have all of it: what comes now decides, if it comes. */
  boolean isWhole() {
    return stage.get() == Stage.WHOLE;
  }
}
