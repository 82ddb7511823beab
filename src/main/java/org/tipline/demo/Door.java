package org.tipline.demo;

import java.io.IOException;
import java.nio.file.Path;

/** A way in that readers have too, and the kind of payload that comes by it. */
interface Door {

  /** How the names of its payloads end, {@code .eml}. */
  String ending();

  /**
   * Hands over one payload as its provider would.
   *
   * @throws IOException when it was not taken
   */
  void deliver(Path payload) throws IOException;
}
