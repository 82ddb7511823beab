package org.tipline.channel.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.rest.Domains;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The one client for Twilio's REST API. Each method is one request; nothing is retried here, since
 * only the caller knows whether asking twice does harm.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
class TwilioApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  /** Small enough that an answer of the longest messages stays below 2 MB. */
  private static final String PAGE_SIZE = "200";

  private final TwilioAccount account;
  private final String messages;

  // Made at the first call: its classes take a third of a second to load.
  private final Supplier<TwilioHttp> http;

  TwilioApi(TwilioAccount account) {
    this(account, TIMEOUT);
  }

  TwilioApi(TwilioAccount account, Duration timeout) {
    this.account = account;
    this.messages = "/2010-04-01/Accounts/" + account.sid() + "/Messages";
    this.http = SingletonSupplier.of(() -> new TwilioHttp(account, timeout));
  }

  /** The newest messages to a number or {@code whatsapp:} address since the start of a day, GMT. */
  TwilioPage messagesTo(String to, LocalDate since) throws TwilioFailed {
    var request = get(messages + ".json");
    request.addQueryParam("To", to);
    request.addQueryParam("DateSent>", since.toString());
    request.addQueryParam("PageSize", PAGE_SIZE);
    return page(json(request));
  }

  /** The newest messages to a number or {@code whatsapp:} address, sent or waiting to be. */
  TwilioPage messagesTo(String to) throws TwilioFailed {
    var request = get(messages + ".json");
    request.addQueryParam("To", to);
    request.addQueryParam("PageSize", PAGE_SIZE);
    return page(json(request));
  }

  /** {@code next} as {@link TwilioPage} has it. */
  TwilioPage page(String next) throws TwilioFailed {
    return page(json(get(next)));
  }

  private TwilioPage page(JsonNode json) throws TwilioFailed {
    var list = json.path("messages");
    if (!list.isArray()) {
      throw TwilioFailed.unreadable(200, null);
    }
    return new TwilioPage(list.valueStream().map(TwilioMessage::of).toList(), next(json));
  }

  /** Only a page of this very list: a path from elsewhere is not followed. */
  private @Nullable String next(JsonNode json) {
    var next = json.path("next_page_uri").asString("");
    return next.startsWith(messages + ".json?") ? next : null;
  }

  TwilioMessage message(String sid) throws TwilioFailed {
    return TwilioMessage.of(json(get(messages + "/" + sid + ".json")));
  }

  /** Nothing in the request would make a second one the same to Twilio. */
  TwilioMessage send(TwilioSending sending) throws TwilioFailed {
    var request = new Request(HttpMethod.POST, url(messages + ".json"));
    sending.parameters().forEach(request::addPostParam);
    var sent = TwilioMessage.of(json(request));
    if (sent.sid().isEmpty()) {
      throw TwilioFailed.unreadable(201, null);
    }
    return sent;
  }

  List<TwilioFile> files(String messageSid) throws TwilioFailed {
    var list = json(get(messages + "/" + messageSid + "/Media.json")).path("media_list");
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            file ->
                new TwilioFile(
                    file.path("sid").asString(""), file.path("content_type").asString("")))
        .toList();
  }

  /** Where a webhook would have said that file is. */
  String addressOf(String messageSid, TwilioFile file) {
    return account.apiUrl() + messages + "/" + messageSid + "/Media/" + file.sid();
  }

  void delete(String messageSid) throws TwilioFailed {
    json(new Request(HttpMethod.DELETE, url(messages + "/" + messageSid + ".json")));
  }

  void deleteFile(String messageSid, String fileSid) throws TwilioFailed {
    var path = messages + "/" + messageSid + "/Media/" + fileSid + ".json";
    json(new Request(HttpMethod.DELETE, url(path)));
  }

  private static Request get(String path) {
    return new Request(HttpMethod.GET, url(path));
  }

  private static String url(String path) {
    return "https://" + Domains.API + ".twilio.com" + path;
  }

  private JsonNode json(Request request) throws TwilioFailed {
    var answer = http.get().call(request);
    if (answer.status() / 100 != 2) {
      throw TwilioFailed.answered(answer.status(), code(answer), retryAfter(answer));
    }
    try {
      return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw TwilioFailed.unreadable(answer.status(), null);
    }
  }

  private static int code(TwilioHttp.Answer answer) {
    try {
      return JSON.readTree(answer.body()).path("code").asInt(0);
    } catch (JacksonException e) {
      return 0;
    }
  }

  private static @Nullable Duration retryAfter(TwilioHttp.Answer answer) {
    return answer
        .retryAfter()
        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }
}
