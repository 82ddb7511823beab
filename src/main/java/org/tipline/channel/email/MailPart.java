package org.tipline.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail, or a part of one: its headers and what is below them, still encoded.
 *
 * @param type of the content, from its header or as the part around it implies
 * @param children empty unless it is a multipart of which parts could be found
 */
record MailPart(
    MailHeaders headers, HeaderValue type, Span body, int depth, List<MailPart> children) {

  private static final String PLAIN = "text/plain";

  static MailPart mail(byte[] raw, MailCaps caps) {
    return read(Span.of(raw), 0, PLAIN, caps);
  }

  private static MailPart read(Span raw, int depth, String implied, MailCaps caps) {
    var headers = MailHeaders.read(raw, caps);
    var type = HeaderValue.parse(headers.first("content-type").orElse(implied));
    var body = raw.sub(headers.end(), raw.to());
    return new MailPart(headers, type, body, depth, children(type, body, depth + 1, caps));
  }

  private static List<MailPart> children(HeaderValue type, Span body, int depth, MailCaps caps) {
    var children = new ArrayList<MailPart>();
    if (type.value().startsWith("multipart/") && caps.allowDepth(depth)) {
      var implied = type.value().equals("multipart/digest") ? "message/rfc822" : PLAIN;
      for (var raw : new MultipartBody(body, caps).split(type.parameter("boundary"))) {
        children.add(read(raw, depth, implied, caps));
      }
    }
    return children;
  }

  /** In lower case; a type that is none is text, RFC 2045 §5.2. */
  String mediaType() {
    return type.value().indexOf('/') > 0 ? type.value() : PLAIN;
  }

  boolean isMultipart() {
    return mediaType().startsWith("multipart/");
  }

  /** Whether it is what the reader wrote; a text with a name is a file. */
  boolean isWords() {
    if (isAttachment() || (depth > 0 && fileName().isPresent())) {
      return false;
    }
    return mediaType().equals(PLAIN) || isHtml();
  }

  boolean isPlain() {
    return isWords() && !isHtml();
  }

  /** Whether it says once more what another part says: HTML beside plain text, or rarer forms. */
  boolean isAnotherWording() {
    return isWords()
        || (mediaType().startsWith("text/")
            && !mediaType().equals("text/calendar")
            && !isAttachment()
            && fileName().isEmpty());
  }

  boolean hasWords() {
    return isMultipart() ? children.stream().anyMatch(MailPart::hasWords) : isWords();
  }

  boolean isHtml() {
    return mediaType().equals("text/html");
  }

  Optional<String> fileName() {
    return disposition()
        .parameter("filename")
        .or(() -> type.parameter("name"))
        .map(FileName::of)
        .filter(name -> !name.isEmpty());
  }

  byte[] decoded() {
    return TransferEncoding.decode(body, headers.first("content-transfer-encoding").orElse(""));
  }

  private boolean isAttachment() {
    return disposition().value().equals("attachment");
  }

  private HeaderValue disposition() {
    return HeaderValue.parse(headers.first("content-disposition").orElse(""));
  }
}
