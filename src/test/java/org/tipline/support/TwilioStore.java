package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the part of Twilio's API that keeps messages: lists them in pages, newest first, serves
 * their files and deletes them.
 */
public final class TwilioStore {

  /** How the list comes. */
  public enum Order {
    NEWEST_FIRST,
    /** In no order, and half of each page again on the next. */
    REPEATING,
    /** The last page names itself as its next. */
    ENDLESS
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final String accountSid;
  private final HttpServer server;
  private final List<Map<String, Object>> messages = new ArrayList<>();
  private final Map<String, List<String>> files = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final Deque<Runnable> beforePages = new ArrayDeque<>();
  private final Deque<Failure> failures = new ArrayDeque<>();
  private Order order = Order.NEWEST_FIRST;
  private String refused = "";
  private int refusal;

  public TwilioStore(String accountSid) {
    this.accountSid = accountSid;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/2010-04-01/Accounts/", this::answer);
    server.start();
  }

  public String url() {
    return "http://" + authority();
  }

  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Keeps a reader's message; {@code extra} overrides what the list says of it. */
  public synchronized void keep(
      String sid, String from, String to, String text, Instant at, Map<String, Object> extra) {
    var message = new LinkedHashMap<String, Object>();
    message.put("sid", sid);
    message.put("account_sid", accountSid);
    message.put("direction", "inbound");
    message.put("status", "received");
    message.put("from", from);
    message.put("to", to);
    message.put("body", text);
    message.put("num_media", "0");
    message.put("num_segments", "1");
    message.put(
        "date_created", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    message.putAll(extra);
    messages.addFirst(message);
  }

  /** A message with files, each served as its own id. */
  public synchronized void keepWithFiles(
      String sid, String from, String to, String text, Instant at, List<String> fileSids) {
    files.put(sid, new ArrayList<>(fileSids));
    keep(sid, from, to, text, at, Map.of("num_media", String.valueOf(fileSids.size())));
  }

  public synchronized void forgetAll() {
    messages.clear();
    files.clear();
    requests.clear();
    beforePages.clear();
    failures.clear();
    refused = "";
    order = Order.NEWEST_FIRST;
  }

  /** The next page that is asked for comes after {@code event}; one after the other. */
  public synchronized void beforeNextPage(Runnable event) {
    beforePages.add(event);
  }

  /** The next request after {@code successes} good ones is answered like this instead. */
  public synchronized void failAfter(int successes, int status, int code, String retryAfter) {
    failures.add(new Failure(successes, status, code, retryAfter));
  }

  /** Whatever ends like this is answered with {@code status} for ever; nothing is, with "". */
  public synchronized void failOn(String path, int status) {
    refused = path;
    refusal = status;
  }

  public synchronized void list(Order order) {
    this.order = order;
  }

  /** Method and path with query, in order. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().toString());
      if (!answer.retryAfter().isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
      }
      var body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized Answer answer(String method, String uri) {
    requests.add(method + " " + uri);
    var failure = failures.peek();
    if (failure != null && failure.successes() == 0) {
      failures.remove();
      return problem(failure.status(), failure.code(), failure.retryAfter());
    }
    if (failure != null) {
      failures.remove();
      failures.addFirst(
          new Failure(
              failure.successes() - 1, failure.status(), failure.code(), failure.retryAfter()));
    }
    if (!refused.isEmpty() && uri.endsWith(refused)) {
      return problem(refusal, 0, "");
    }
    var path = uri.split("\\?", 2)[0].split("/", -1);
    return switch (path.length) {
      case 5 -> page(uri);
      case 6 -> message(method, path[5].replace(".json", ""));
      case 7 -> mediaOf(path[5]);
      default -> file(method, path[5], path[7].replace(".json", ""));
    };
  }

  private Answer page(String uri) {
    if (!beforePages.isEmpty()) {
      beforePages.remove().run();
    }
    var query = query(uri);
    var size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
    var to = query.getOrDefault("To", "");
    var listed =
        new ArrayList<>(messages.stream().filter(one -> to.equals(one.get("to"))).toList());
    if (order == Order.REPEATING) {
      Collections.shuffle(listed, new Random(1));
    }
    var start = start(listed, query, size);
    var page = listed.subList(start, Math.min(listed.size(), start + size));
    var answer = new HashMap<String, Object>();
    answer.put("messages", page);
    if (start + size < listed.size()) {
      answer.put("next_page_uri", next(uri, page.getLast()));
    } else if (order == Order.ENDLESS) {
      answer.put("next_page_uri", uri);
    }
    return new Answer(200, JSON.writeValueAsBytes(answer), "");
  }

  /** As Twilio does: a page begins after a message, whatever came before it in the meantime. */
  private int start(List<Map<String, Object>> listed, Map<String, String> query, int size) {
    if (order == Order.REPEATING) {
      return Integer.parseInt(query.getOrDefault("Page", "0")) * size / 2;
    }
    var after = query.getOrDefault("PageToken", "PA").substring(2);
    return 1 + listed.stream().map(one -> one.get("sid")).toList().indexOf(after);
  }

  private static String next(String uri, Map<String, Object> last) {
    var query = query(uri);
    return "%s?To=%s&PageSize=%s&Page=%d&PageToken=PA%s"
        .formatted(
            uri.split("\\?", 2)[0],
            URLEncoder.encode(query.getOrDefault("To", ""), UTF_8),
            query.get("PageSize"),
            Integer.parseInt(query.getOrDefault("Page", "0")) + 1,
            last.get("sid"));
  }

  private Answer message(String method, String sid) {
    if (messages.stream().noneMatch(one -> sid.equals(one.get("sid")))) {
      return problem(404, 20404, "");
    }
    if (method.equals("DELETE")) {
      messages.removeIf(one -> sid.equals(one.get("sid")));
      return new Answer(204, new byte[0], "");
    }
    return new Answer(200, JSON.writeValueAsBytes(messages.getFirst()), "");
  }

  private Answer mediaOf(String sid) {
    if (messages.stream().noneMatch(one -> sid.equals(one.get("sid")))) {
      return problem(404, 20404, "");
    }
    var list =
        files.getOrDefault(sid, List.of()).stream()
            .map(file -> Map.of("sid", file, "content_type", "image/jpeg"))
            .toList();
    return new Answer(200, JSON.writeValueAsBytes(Map.of("media_list", list)), "");
  }

  private Answer file(String method, String sid, String file) {
    var held = files.getOrDefault(sid, new ArrayList<>());
    if (!held.contains(file)) {
      return problem(404, 20404, "");
    }
    if (method.equals("DELETE")) {
      held.remove(file);
      return new Answer(204, new byte[0], "");
    }
    return new Answer(200, file.getBytes(UTF_8), "");
  }

  private static Map<String, String> query(String uri) {
    var parts = uri.split("\\?", 2);
    return parts.length == 1
        ? Map.of()
        : Arrays.stream(parts[1].split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
  }

  private static Answer problem(int status, int code, String retryAfter) {
    var body = Map.of("status", status, "code", code, "message", "played");
    return new Answer(status, JSON.writeValueAsBytes(body), retryAfter);
  }

  private record Failure(int successes, int status, int code, String retryAfter) {}

  private record Answer(int status, byte[] body, String retryAfter) {}
}
