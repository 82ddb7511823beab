package org.tipline.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** A block of addresses, {@code 10.0.0.0/8}. */
record AddressRange(byte[] prefix, int bits) {

  static AddressRange of(String notation) {
    var slash = notation.indexOf('/');
    var prefix = InetAddress.ofLiteral(notation.substring(0, slash)).getAddress();
    return new AddressRange(prefix, Integer.parseInt(notation.substring(slash + 1)));
  }

  static List<AddressRange> all(String... notations) {
    return Stream.of(notations).map(AddressRange::of).toList();
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bit(address, bit) != bit(prefix, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] address, int index) {
    return address[index / 8] >> (7 - index % 8) & 1;
  }
}
