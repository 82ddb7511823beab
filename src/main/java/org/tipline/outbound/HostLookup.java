package org.tipline.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses behind a name. */
@FunctionalInterface
interface HostLookup {

  InetAddress[] find(String host) throws UnknownHostException;
}
