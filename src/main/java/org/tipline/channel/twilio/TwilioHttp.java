package org.tipline.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's own client, set up so that one call is one request, to the configured host and no other.
 *
 * <p>Left to itself it sends a request again after a 5xx, which would text a reader twice, follows
 * redirects, and takes host names apart, so that another host than Twilio's becomes a third one.
 */
class TwilioHttp {

  private static final int MOST_CONNECTIONS = 200;

  private final String host;
  private final List<TwilioRestClient> clients;

  /** A client for each token, so that a rotation stops nothing. */
  TwilioHttp(TwilioAccount account, Duration timeout) {
    var network = new OneRequestACall(builder(account.apiUrl(), timeout));
    this.host = account.apiUrl().getHost();
    this.clients =
        account.tokens().stream()
            .map(token -> new TwilioRestClient.Builder(account.sid(), token.value()))
            .map(client -> client.httpClient(network).build())
            .toList();
  }

  private static HttpClientBuilder builder(URI apiUrl, Duration timeout) {
    var host = new HttpHost(apiUrl.getScheme(), apiUrl.getHost(), port(apiUrl));
    var route = new HttpRoute(host, null, apiUrl.getScheme().equals("https"));
    return HttpClientBuilder.create()
        .setRoutePlanner((_, _) -> route)
        .addRequestInterceptorFirst(addressed(host, timeout))
        .setConnectionManager(connections(timeout))
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching();
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return url.getScheme().equals("https") ? 443 : 80;
  }

  /** Twilio's client puts its own time-outs and host name on each request. */
  private static HttpRequestInterceptor addressed(HttpHost host, Duration timeout) {
    var patience = Timeout.of(timeout);
    var config =
        RequestConfig.custom()
            .setConnectionRequestTimeout(patience)
            .setResponseTimeout(patience)
            .build();
    return (request, _, context) -> {
      request.setAuthority(new URIAuthority(host));
      HttpClientContext.cast(context).setRequestConfig(config);
    };
  }

  private static HttpClientConnectionManager connections(Duration timeout) {
    var patience = Timeout.of(timeout);
    var config =
        ConnectionConfig.custom()
            .setConnectTimeout(patience)
            .setSocketTimeout(patience)
            // a connection that idled is asked before it is used: no call is made twice
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .setTimeToLive(TimeValue.ofMinutes(1))
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDefaultConnectionConfig(config)
        // its default of five a host would make replies queue for each other
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .build();
  }

  /** The whole answer, whatever its status. What was refused for its token was not done. */
  Answer call(Request request) throws TwilioFailed {
    var answer = call(clients.getFirst(), request);
    for (var next : clients.subList(1, clients.size())) {
      if (answer.status() == TwilioRestClient.HTTP_STATUS_CODE_UNAUTHORIZED) {
        answer = call(next, request);
      }
    }
    return answer;
  }

  private Answer call(TwilioRestClient client, Request request) throws TwilioFailed {
    try {
      return answer(client.request(request));
    } catch (ApiException e) {
      throw isBeforeTheRequest(e.getCause())
          ? TwilioFailed.unreachable(host, e)
          : TwilioFailed.unanswered(host, e);
    }
  }

  private static Answer answer(Response response) {
    var retryAfter =
        Arrays.stream(response.getHeaders())
            .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
            .map(header -> header.getValue().strip())
            .findFirst();
    return new Answer(response.getStatusCode(), response.getContent(), retryAfter);
  }

  private static boolean isBeforeTheRequest(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException _,
          ConnectTimeoutException _,
          ConnectionRequestTimeoutException _,
          NoRouteToHostException _,
          UnknownHostException _,
          SSLHandshakeException _,
          SSLPeerUnverifiedException _ ->
          true;
      case null, default -> false;
    };
  }

  /**
   * What came back.
   *
   * @param retryAfter seconds or a date, as the header has it
   */
  record Answer(int status, String body, Optional<String> retryAfter) {

    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  private static final class OneRequestACall extends NetworkHttpClient {

    OneRequestACall(HttpClientBuilder builder) {
      super(builder);
    }

    @Override
    public Response reliableRequest(Request request) {
      return makeRequest(request);
    }
  }
}
