package org.tipline.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The name service of every test: knows this machine and what a test tells it, nobody else. */
public final class LoopbackNames extends InetAddressResolverProvider {

  private static final Map<String, String> TOLD = new ConcurrentHashMap<>();

  /** From now on {@code name} resolves to {@code address}, a literal such as {@code 10.0.0.1}. */
  public static void point(String name, String address) {
    TOLD.put(name, address);
  }

  @Override
  public InetAddressResolver get(Configuration system) {
    return new Resolver(system);
  }

  @Override
  public String name() {
    return "loopback";
  }

  private record Resolver(Configuration system) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      var told = TOLD.get(host);
      if (told != null) {
        return Stream.of(InetAddress.ofLiteral(told));
      }
      if (host.equals("localhost") || host.equals(system.lookupLocalHostName())) {
        return system.builtinResolver().lookupByName(host, policy);
      }
      throw new UnknownHostException("tests stay on loopback, this one asked for " + host);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      if (InetAddress.getByAddress(address).isLoopbackAddress()) {
        return "localhost";
      }
      throw new UnknownHostException("tests stay on loopback");
    }
  }
}
