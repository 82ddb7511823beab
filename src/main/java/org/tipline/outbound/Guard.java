package org.tipline.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Asked before every hop whether we may call there.
 *
 * <p>The client looks the name up once more to connect. It gets what was checked here: the JDK
 * keeps answers for 30 s. Whoever slips through as they expire meets TLS: outside the listed
 * private hosts nothing is called without it, and a private server cannot prove an allowed name.
 */
class Guard {

  private final List<String> privateHosts;
  private final HostLookup lookup;

  Guard(List<String> privateHosts, HostLookup lookup) {
    this.privateHosts = privateHosts;
    this.lookup = lookup;
  }

  Target admit(URI address, List<String> allowedHosts) throws OutboundFailed {
    var target = Target.of(address);
    if (!target.isOneOf(allowedHosts)) {
      throw OutboundFailed.refused(target.authority() + " is not among the hosts allowed here.");
    }
    if (!target.isOneOf(privateHosts)) {
      checkPublic(target);
    }
    return target;
  }

  private void checkPublic(Target target) throws OutboundFailed {
    if (!target.isSecure()) {
      throw OutboundFailed.refused(
          "Use https for " + target.authority() + ", or " + listingIt(target));
    }
    if (target.isNumeric()) {
      throw OutboundFailed.refused(
          "Name the host instead of its number "
              + target.authority()
              + ", or "
              + listingIt(target));
    }
    for (var address : find(target.host())) {
      if (!PublicInternet.contains(address)) {
        throw OutboundFailed.refused(
            target.authority()
                + " is on a private network; if it is your own, "
                + listingIt(target));
      }
    }
  }

  private static String listingIt(Target target) {
    return "add " + target.authority() + " to tipline.outbound.private-hosts.";
  }

  private InetAddress[] find(String host) throws OutboundFailed {
    try {
      return lookup.find(host);
    } catch (UnknownHostException e) {
      throw OutboundFailed.unreachable("No address is known for " + host + ".", e);
    }
  }
}
