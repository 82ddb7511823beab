package org.tipline.channel.form;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Where a post comes from, no closer than a neighbourhood: a /24 of IPv4, a /48 of IPv6. */
record Network(byte[] prefix) {

  /**
   * Empty for loopback and private peers: behind a proxy that hides its clients the whole public
   * would be one neighbour.
   */
  static Optional<Network> of(String peer) {
    try {
      var address = InetAddress.ofLiteral(peer);
      return isPublic(address) ? Optional.of(of(address)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Network of(InetAddress address) {
    var length = address instanceof Inet4Address ? 3 : 6;
    return new Network(Arrays.copyOf(address.getAddress(), length));
  }

  private static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !isUniqueLocal(address);
  }

  /** RFC 4193, fc00::/7; the JDK knows only its deprecated forerunner. */
  private static boolean isUniqueLocal(InetAddress address) {
    return !(address instanceof Inet4Address) && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  @Override
  public String toString() {
    return "Network[REDACTED]";
  }
}
