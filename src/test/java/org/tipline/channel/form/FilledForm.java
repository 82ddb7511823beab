package org.tipline.channel.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tipline.support.Http;

/** The form as one reader fills it in, sent part by part as browsers do. */
final class FilledForm {

  private static final String BOUNDARY = "----TiplineTestBoundary7MA4YWxk";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private FilledForm() {}

  /** A form without its hidden fields. */
  static FilledForm empty() {
    return new FilledForm();
  }

  /** The form as served, with its hidden fields. */
  static FilledForm opened(Http http, String... headers) {
    return of(Jsoup.parse(http.get("/tip", headers).body()));
  }

  /** The form on a page that was answered to an earlier post. */
  static FilledForm of(Document page) {
    var form = new FilledForm();
    page.select("#tip input[type=hidden]")
        .forEach(hidden -> form.with(hidden.attr("name"), hidden.val()));
    page.select("#tip input[name=kept][checked]").forEach(kept -> form.with("kept", kept.val()));
    return form;
  }

  FilledForm with(String name, String value) {
    return with(name, value.getBytes(UTF_8));
  }

  FilledForm with(String name, byte[] value) {
    return part("name=\"" + name + "\"", value);
  }

  FilledForm withFile(String fileName, byte[] content) {
    return part(
        "name=\"files\"; filename=\"" + fileName + "\"\r\nContent-Type: image/jpeg", content);
  }

  private FilledForm part(String disposition, byte[] content) {
    var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  HttpResponse<String> send(Http http) {
    return send(http, "/tip");
  }

  HttpResponse<String> send(Http http, String path) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(withoutEnd());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return http.post(path, TYPE, whole.toByteArray());
  }

  /** As far as a connection that breaks brings it. */
  byte[] withoutEnd() {
    return body.toByteArray();
  }

  /** The delivery's key, which the receipt's address carries. */
  static String keyOf(HttpResponse<String> received) {
    var location = received.headers().firstValue("Location").orElseThrow();
    var stamp = location.replaceAll(".*[?&]t=([^.]*)\\..*", "$1");
    var nonce = Arrays.copyOf(Base64.getUrlDecoder().decode(stamp), 16);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
  }
}
