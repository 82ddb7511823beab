package org.tipline.seal;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The keys of this newsroom, for those who run it. */
@Service
public class SealKeys {

  private static final Logger log = LoggerFactory.getLogger(SealKeys.class);

  private final Keyring keyring;

  SealKeys(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Every key, oldest first in its file. */
  public List<SealKey> list() {
    return Stream.concat(keys(keyring.seal()), keys(keyring.index())).toList();
  }

  /**
   * Adds a key to each file and uses it from now on; what the older ones sealed still opens, and is
   * still found. Other instances take it up within a second.
   */
  public void add() {
    keyring.seal().add();
    keyring.index().add();
    log.info("Added a key to each key file: renew your copies of them");
  }

  private static Stream<SealKey> keys(KeyFile<?> file) {
    var keys = file.keys();
    return IntStream.range(0, keys.size())
        .mapToObj(keys::getAt)
        .map(key -> new SealKey(file.kind().name(), key.getId(), key.isPrimary()));
  }
}
