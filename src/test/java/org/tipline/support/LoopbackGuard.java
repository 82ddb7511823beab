package org.tipline.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Refuses connections beyond loopback in every test. Sockets and the JDK's HTTP client ask the
 * proxy selector first, so that is where the guard stands; names are {@link LoopbackNames}' part.
 */
public final class LoopbackGuard extends ProxySelector implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext test) {
    ProxySelector.setDefault(this);
  }

  @Override
  public List<Proxy> select(URI address) {
    if (leadsBeyondLoopback(address.getHost())) {
      throw new IllegalStateException("tests stay on loopback, this one called " + address);
    }
    return List.of(Proxy.NO_PROXY);
  }

  private static boolean leadsBeyondLoopback(String host) {
    try {
      return !InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // the caller meets the same exception
    }
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    throw new AssertionError("there are no proxies", failure);
  }
}
