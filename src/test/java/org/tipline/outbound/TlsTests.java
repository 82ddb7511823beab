package org.tipline.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TlsTests {

  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"))
          .build();

  private final String secure = "127.0.0.1:" + server.getHttpsPort();
  private final String plain = "127.0.0.1:" + server.getPort();
  private final OutboundSettings settings = Configured.settings().listing(secure, plain).build();

  @Test
  void serverThatCannotProveItsNameIsUnreachable() {
    server.stubFor(get(anyUrl()).willReturn(ok()));

    assertThatThrownBy(
            () ->
                new Outbound(settings)
                    .get(URI.create("https://" + secure), Map.of(), List.of(secure)))
        .isInstanceOfSatisfying(
            OutboundFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(OutboundFailed.Kind.UNREACHABLE));
    server.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void redirectFromHttpsToHttpIsRefused() throws Exception {
    server.stubFor(get("/file").willReturn(temporaryRedirect("http://" + plain + "/plain")));
    server.stubFor(get("/plain").willReturn(ok()));
    var allowed = List.of(secure, plain);
    var client = Outbound.client(settings).sslContext(trustingAll()).build();
    var outbound = new Outbound(settings, client, InetAddress::getAllByName);

    assertThatThrownBy(
            () -> outbound.get(URI.create("https://" + secure + "/file"), Map.of(), allowed))
        .isInstanceOfSatisfying(
            OutboundFailed.class,
            failed -> assertThat(failed.kind()).isEqualTo(OutboundFailed.Kind.REFUSED));
    server.verify(1, getRequestedFor(anyUrl()));
  }

  private static SSLContext trustingAll() throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustingAll()}, null);
    return context;
  }

  private static class TrustingAll extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
