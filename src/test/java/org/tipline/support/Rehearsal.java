package org.tipline.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Delivers to the {@link RehearsalChannel} over HTTP. */
public record Rehearsal(int port) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** One message; its id is the delivery's key as well. */
  public int message(String sender, String id, String text)
      throws IOException, InterruptedException {
    return deliver(id, sender + "|" + id + "|" + text);
  }

  public int deliver(String key, String lines) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(hook()).header("X-Rehearsal", "yes"), key, lines);
  }

  public int forge(String key, String lines) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(hook()), key, lines);
  }

  private static int send(HttpRequest.Builder request, String key, String lines)
      throws IOException, InterruptedException {
    var call = request.POST(HttpRequest.BodyPublishers.ofString(key + "\n" + lines)).build();
    return HTTP.send(call, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private URI hook() {
    return URI.create("http://127.0.0.1:" + port + "/hooks/" + RehearsalChannel.NAME);
  }
}
