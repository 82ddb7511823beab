package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fills in the web form as a browser without JavaScript does: hidden fields as served, then one
 * multipart POST, then the page it is sent to.
 */
public record FormReader(URI base) {

  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
  private static final String BOUNDARY = "----tipline-form-boundary";

  private static HttpClient http() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** The hidden fields of a freshly served form. */
  public Map<String, String> hiddenFields() throws IOException, InterruptedException {
    var page = get(base.resolve("/tip")).body();
    var fields = new LinkedHashMap<String, String>();
    var hidden = HIDDEN.matcher(page);
    while (hidden.find()) {
      fields.put(attribute(NAME, hidden.group()), attribute(VALUE, hidden.group()));
    }
    return fields;
  }

  private static String attribute(Pattern pattern, String tag) {
    var matcher = pattern.matcher(tag);
    return matcher.find() ? matcher.group(1) : "";
  }

  /**
   * Posts the fields; the answer is the redirect to the receipt, or the page with what is wrong.
   */
  public HttpResponse<String> post(Map<String, String> fields, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var field : fields.entrySet()) {
      part(body, "name=\"" + field.getKey() + "\"", field.getValue().getBytes(UTF_8));
    }
    for (var file : files.entrySet()) {
      part(body, "name=\"files\"; filename=\"" + file.getKey() + "\"", file.getValue());
    }
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(base.resolve("/tip"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return http().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content)
      throws IOException {
    body.write(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(UTF_8));
  }

  /** The page a redirect leads to. */
  public HttpResponse<String> follow(HttpResponse<String> redirect)
      throws IOException, InterruptedException {
    return get(base.resolve(redirect.headers().firstValue("Location").orElseThrow()));
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
