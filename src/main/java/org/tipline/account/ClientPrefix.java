package org.tipline.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** The network a request comes from: what one attacker holds many addresses of. */
final class ClientPrefix {

  private static final int IPV4_BYTES = 3; // /24
  private static final int IPV6_BYTES = 6; // /48

  private ClientPrefix() {}

  /** {@code remoteAddress} is as the servlet container gives it: an address, never a name. */
  static String of(String remoteAddress) {
    var address = InetAddress.ofLiteral(remoteAddress);
    var length = address instanceof Inet6Address ? IPV6_BYTES : IPV4_BYTES;
    return Arrays.toString(Arrays.copyOf(address.getAddress(), length));
  }
}
