package org.tipline.outbound;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spelling of an address that is none of the provider's, called in every way. */
class PrivateAddressesTests {

  /** PORT is where the canary listens; a name resolves as in {@link #lookUp}. */
  private static final String SPELLINGS =
      """
      127.0.0.1:PORT
      127.1:PORT
      127.0.1:PORT
      127.0.0.1.:PORT
      127.255.255.254:PORT
      2130706433:PORT
      017700000001:PORT
      0177.0.0.1:PORT
      0177.1:PORT
      0x7f.0.0.1:PORT
      0x7f000001:PORT
      0x7F.1:PORT
      00000127.0.0.1:PORT
      0:PORT
      0.0.0.0:PORT
      [::1]:PORT
      [0:0:0:0:0:0:0:1]:PORT
      [::]:PORT
      [::ffff:127.0.0.1]:PORT
      [::ffff:7f00:1]:PORT
      [::127.0.0.1]:PORT
      [64:ff9b::127.0.0.1]:PORT
      [2002:7f00:1::]:PORT
      [::1%25lo]:PORT
      localhost:PORT
      localhost.:PORT
      LOCALHOST:PORT
      desk.localhost:PORT
      127.0.0.1.nip.example:PORT
      public@127.0.0.1:PORT
      public.example@localhost:PORT
      127。0。0。1:PORT
      １２７.0.0.1:PORT
      loop_back:PORT
      six.example:PORT
      mapped.example:PORT
      nat64.example:PORT
      half.example:PORT
      metadata.example
      169.254.169.254
      [fe80::1]
      [fd00:ec2::254]
      10.0.0.1
      172.16.0.1
      192.168.1.1
      100.100.100.200
      168.63.129.16
      ten.example
      teredo.example
      """;

  @RegisterExtension
  static final WireMockExtension provider =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final OutboundSettings settings = Configured.settings().listing(provider()).build();
  private final Outbound outbound =
      new Outbound(settings, Outbound.client(settings).build(), PrivateAddressesTests::lookUp);

  PrivateAddressesTests() throws IOException {}

  @AfterEach
  void assertNobodyCalled() throws IOException {
    canary.setSoTimeout(1);
    try (canary) {
      assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  static Stream<String> spellings() {
    return SPELLINGS.lines().flatMap(host -> Stream.of("https://" + host, "http://" + host));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void isRefusedToAReader(String spelling) {
    assertRefused(() -> outbound.get(address(spelling), Map.of(), List.of(authority(spelling))));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void isRefusedToAPost(String spelling) {
    assertRefused(() -> outbound.post(address(spelling), "{}"));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void isRefusedToARedirect(String spelling) {
    provider.stubFor(get(anyUrl()).willReturn(temporaryRedirect(here(spelling))));
    var allowed = List.of(provider(), authority(spelling));

    assertRefused(() -> outbound.get(URI.create("http://" + provider()), Map.of(), allowed));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class),
            thrown ->
                assertThat(thrown)
                    .hasMessageNotContaining("not among the hosts")
                    .isInstanceOfSatisfying(
                        OutboundFailed.class,
                        failed ->
                            assertThat(failed.kind()).isEqualTo(OutboundFailed.Kind.REFUSED)));
  }

  private URI address(String spelling) {
    return URI.create(here(spelling) + "/latest/meta-data/");
  }

  private String here(String spelling) {
    return spelling.replace("PORT", String.valueOf(canary.getLocalPort()));
  }

  /** The guard under test is the one for addresses, so the list of hosts lets all pass. */
  private String authority(String spelling) {
    var authority = here(spelling).replaceFirst("https?://", "").replaceFirst(".*@", "");
    return authority.toLowerCase(Locale.ROOT);
  }

  private static String provider() {
    return "127.0.0.1:" + provider.getPort();
  }

  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    return switch (host) {
      case "localhost", "localhost.", "desk.localhost", "127.0.0.1.nip.example" ->
          addresses("127.0.0.1");
      case "six.example" -> addresses("::1");
      case "mapped.example" -> addresses("::ffff:127.0.0.1");
      case "nat64.example" -> addresses("64:ff9b::7f00:1");
      case "half.example" -> addresses("8.8.8.8", "127.0.0.1");
      case "metadata.example" -> addresses("169.254.169.254");
      case "ten.example" -> addresses("10.0.0.1");
      case "teredo.example" -> addresses("2001:0:7f00:1::1");
      default -> throw new UnknownHostException(host);
    };
  }

  private static InetAddress[] addresses(String... literals) {
    return Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }
}
