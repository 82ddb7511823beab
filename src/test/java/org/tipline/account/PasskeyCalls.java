package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page sends for who uses a passkey or a recovery code. */
final class PasskeyCalls {

  private static final Pattern CODES = Pattern.compile("<pre class=\"codes\"[^>]*>([^<]+)</pre>");

  private static final Pattern REMOVAL = Pattern.compile("/account/passkeys/[0-9a-f-]{36}/removal");

  static final String UNKNOWN = "That passkey is not known here";

  private PasskeyCalls() {}

  static HttpResponse<String> add(Browser who, SoftAuthenticator authenticator) throws Exception {
    var options = challenge(who, "/account", "/account/passkeys/challenge");
    return who.submit(
        "/account",
        "/account/passkeys",
        Map.of("credential", authenticator.make(options), "label", " Simu\0"));
  }

  static HttpResponse<String> alone(Browser who, SoftAuthenticator authenticator) throws Exception {
    var options = challenge(who, "/sign-in", "/sign-in/passkey/challenge");
    return submit(who, authenticator.use(options));
  }

  static HttpResponse<String> submit(Browser who, String credential) {
    return who.submit("/sign-in", "/sign-in/passkey", Map.of("credential", credential));
  }

  static HttpResponse<String> second(Browser who, SoftAuthenticator authenticator)
      throws Exception {
    var options = challenge(who, "/sign-in/second", "/sign-in/second/challenge");
    return who.submit(
        "/sign-in/second", "/sign-in/second", Map.of("credential", authenticator.use(options)));
  }

  static HttpResponse<String> code(Browser who, String code) {
    return who.submit("/sign-in/second", "/sign-in/second/code", Map.of("code", code));
  }

  static String challenge(Browser who, String page, String path) {
    return who.submit(page, path, Map.of()).body();
  }

  static List<String> codes(HttpResponse<String> page) {
    var found = CODES.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return Arrays.asList(found.group(1).split("\n"));
  }

  static Optional<String> location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location");
  }

  /** A challenge for who signs in by a passkey alone. */
  static String asked(int port) {
    return challenge(new Browser(port), "/sign-in", "/sign-in/passkey/challenge");
  }

  static void assertRefused(int port, String credential) {
    var refused = submit(new Browser(port), credential);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(UNKNOWN);
  }

  /** Where the first passkey on the page is removed. */
  static String removal(HttpResponse<String> page) {
    var found = REMOVAL.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group();
  }
}
