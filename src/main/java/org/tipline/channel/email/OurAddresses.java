package org.tipline.channel.email;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses that are the newsroom's: each with any +tag and in any case, and nothing else. */
final class OurAddresses {

  /** Of a reply's token, which stands in the tag of the address that answers to it come to. */
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

  private final String first;
  private final Set<String> normal;

  OurAddresses(List<String> addresses) {
    first = addresses.getFirst();
    normal = addresses.stream().map(OurAddresses::normal).collect(Collectors.toUnmodifiableSet());
  }

  /** Refuses what is no address. */
  static void check(List<String> addresses) {
    for (var address : addresses) {
      if (normal(address).isEmpty()) {
        throw new IllegalArgumentException(
            "Set tipline.channels.email.address to an address such as wananchi@example.org, not "
                + address
                + ".");
      }
    }
  }

  boolean hold(String address) {
    return normal.contains(normal(address));
  }

  /** The one to show when one is asked for. */
  String first() {
    return first;
  }

  String domain() {
    return domain(first);
  }

  /** Our first address with {@code token} as its tag. */
  String tagged(String token) {
    var local = first.substring(0, first.lastIndexOf('@'));
    var plus = local.indexOf('+');
    return (plus > 0 ? local.substring(0, plus) : local) + "+" + token + "@" + domain();
  }

  /** The token of one of our replies, if one of {@code addresses} is ours with such a tag. */
  Optional<String> tokenIn(List<String> addresses) {
    return addresses.stream().filter(this::hold).flatMap(this::tag).findFirst();
  }

  private Stream<String> tag(String address) {
    var local = address.substring(0, address.lastIndexOf('@'));
    return token(local.substring(local.indexOf('+') + 1)).stream();
  }

  /** {@code text} if it has the shape of a token; some systems turn small letters into capitals. */
  static Optional<String> token(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(low -> TOKEN.matcher(low).matches());
  }

  /** Without tag and in lower case; empty when it is no address, which none of ours is. */
  private static String normal(String address) {
    var at = address.lastIndexOf('@');
    var domain = domain(address);
    if (at < 1 || domain.isEmpty()) {
      return "";
    }
    var local = address.substring(0, at).toLowerCase(Locale.ROOT);
    var plus = local.indexOf('+');
    return (plus > 0 ? local.substring(0, plus) : local) + "@" + domain;
  }

  private static String domain(String address) {
    try {
      return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
