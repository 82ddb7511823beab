package org.tipline.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The end of one hop.
 *
 * @param port the one that is called, also when the address names none
 */
record Target(URI address, boolean isSecure, String host, int port) {

  // WHATWG URL, "ends in a number": 2130706433, 0177.1 and 0x7f.1 are IPv4 addresses to many.
  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)\\.?", Pattern.DOTALL);

  static Target of(URI address) throws OutboundFailed {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    var isSecure = scheme.equals("https");
    if (!isSecure && !scheme.equals("http")) {
      throw OutboundFailed.refused("Only https and http addresses are called.");
    }
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      throw OutboundFailed.refused("The address must name one host, and no user.");
    }
    var port = address.getPort() >= 0 ? address.getPort() : isSecure ? 443 : 80;
    return new Target(address, isSecure, address.getHost().toLowerCase(Locale.ROOT), port);
  }

  /** {@code host:port}, the port always. */
  String authority() {
    return host + ":" + port;
  }

  boolean isOneOf(Iterable<String> hosts) {
    for (var entry : hosts) {
      if (is(entry.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean is(String entry) {
    var ownPort = isSecure ? 443 : 80;
    var name = port == ownPort ? host : authority();
    return entry.startsWith(".")
        ? name.endsWith(entry)
        : entry.equals(name) || entry.equals(authority());
  }

  boolean isNumeric() {
    return host.startsWith("[") || NUMBER_AT_END.matcher(host).matches();
  }

  boolean hasOriginOf(Target other) {
    return isSecure == other.isSecure && authority().equals(other.authority());
  }
}
