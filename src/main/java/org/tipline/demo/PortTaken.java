package org.tipline.demo;

/** The demo cannot listen where it should. */
class PortTaken extends RuntimeException {

  private final String key;

  PortTaken(String key, int port, Throwable cause) {
    super("The demo cannot listen on 127.0.0.1:" + port + ".", cause);
    this.key = key;
  }

  /** The setting that names the port. */
  String key() {
    return key;
  }
}
