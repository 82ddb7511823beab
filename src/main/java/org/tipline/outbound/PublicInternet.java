package org.tipline.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the addresses of the public Internet from loopback, private networks, link-local metadata
 * services and every other special purpose.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, IPv6</a>
 */
final class PublicInternet {

  private static final List<AddressRange> NOT_PUBLIC_V4 =
      AddressRange.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Azure's metadata and DNS for its machines, in an otherwise public block
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");

  // Teredo and 6to4 carry an IPv4 address inside, which may be private.
  private static final List<AddressRange> NOT_PUBLIC_V6 =
      AddressRange.all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  // RFC 6052: how an IPv6-only network reaches IPv4 hosts; as public as the address inside.
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

  private PublicInternet() {}

  /** The JDK already turns {@code ::ffff:127.0.0.1} into the IPv4 address it means. */
  static boolean contains(InetAddress address) {
    return contains(address.getAddress());
  }

  private static boolean contains(byte[] address) {
    if (address.length == 4) {
      return isInNone(NOT_PUBLIC_V4, address);
    }
    if (NAT64.contains(address)) {
      return contains(Arrays.copyOfRange(address, 12, 16));
    }
    return GLOBAL_V6.contains(address) && isInNone(NOT_PUBLIC_V6, address);
  }

  private static boolean isInNone(List<AddressRange> ranges, byte[] address) {
    return ranges.stream().noneMatch(range -> range.contains(address));
  }
}
