package org.tipline.seal;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;

/** The key files of this newsroom, held at start against what its database was written with. */
@Component
class Keyring {

  private final KeyFile<Aead> seal;
  private final KeyFile<Hashes> index;

  Keyring(SealSettings settings, DataFolder folder, SealProbe probe) {
    var usual = folder.part("keys");
    this.seal = take(settings.keyOr(usual.resolve("seal.json")), new SealKind(), probe);
    this.index = take(settings.indexKeyOr(usual.resolve("index.json")), new IndexKind(), probe);
  }

  private static <T> KeyFile<T> take(Path path, KeyKind<T> kind, SealProbe probe) {
    if (probe.isKept(kind)) {
      var file = KeyFile.open(path, kind);
      probe.check(file);
      return file;
    }
    var file = KeyFile.openOrCreate(path, kind);
    probe.keep(file);
    probe.check(file); // another instance may have been first, with a file of its own
    return file;
  }

  KeyFile<Aead> seal() {
    return seal;
  }

  KeyFile<Hashes> index() {
    return index;
  }
}
