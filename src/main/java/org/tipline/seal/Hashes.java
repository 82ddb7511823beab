package org.tipline.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The keyed hashes of one key file.
 *
 * @param newestFirst one function a key
 */
record Hashes(List<Prf> newestFirst) {

  private static final int BYTES = 32;

  static Hashes of(KeysetHandle keys, Configuration configuration) throws GeneralSecurityException {
    var byId = keys.getPrimitive(configuration, PrfSet.class).getPrfs();
    var newestFirst = new ArrayList<Prf>();
    for (var i = keys.size() - 1; i >= 0; i--) {
      var key = keys.getAt(i);
      var prf = byId.get(key.getId());
      if (prf != null) { // null: an administrator has disabled the key
        newestFirst.add(key.isPrimary() ? 0 : newestFirst.size(), prf);
      }
    }
    return new Hashes(List.copyOf(newestFirst));
  }

  byte[] newest(String use, String domain, byte[] content) {
    return hash(newestFirst.getFirst(), framed(use, domain, content));
  }

  byte[] oldest(String use, String domain, byte[] content) {
    return hash(newestFirst.getLast(), framed(use, domain, content));
  }

  List<byte[]> all(String use, String domain, byte[] content) {
    var framed = framed(use, domain, content);
    return newestFirst.stream().map(prf -> hash(prf, framed)).toList();
  }

  /** Compares with every key, found or not, so that the time taken tells nothing. */
  boolean isAny(byte[] claimed, String use, String domain, byte[] content) {
    var found = false;
    for (var hash : all(use, domain, content)) {
      found |= MessageDigest.isEqual(hash, claimed);
    }
    return found;
  }

  /** Lengths go before the texts, so that no two questions ever hash the same bytes. */
  private static byte[] framed(String use, String domain, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var frame = new DataOutputStream(bytes)) {
      frame.writeUTF(use);
      frame.writeUTF(domain);
      frame.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // only when a domain is longer than 64 kB
    }
    return bytes.toByteArray();
  }

  private static byte[] hash(Prf prf, byte[] framed) {
    try {
      return prf.compute(framed, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 refuses to make " + BYTES + " bytes", e);
    }
  }
}
