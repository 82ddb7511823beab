package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Keys of blind indexes and signatures: HMAC-SHA-256. */
record IndexKind() implements KeyKind<Hashes> {

  @Override
  public String name() {
    return "index";
  }

  @Override
  public String setting() {
    return "tipline.seal.index-key";
  }

  @Override
  public Parameters parameters() {
    return PredefinedPrfParameters.HMAC_SHA256_PRF;
  }

  @Override
  public Configuration configuration() {
    return PrfConfig2026.get();
  }

  @Override
  public Hashes tool(KeysetHandle keys) throws GeneralSecurityException {
    return Hashes.of(keys, configuration());
  }

  @Override
  public byte[] proof(Hashes hashes, UUID id) {
    return hashes.newest("probe", "", id.toString().getBytes(UTF_8));
  }

  @Override
  public boolean accepts(Hashes hashes, UUID id, byte[] proof) {
    return hashes.isAny(proof, "probe", "", id.toString().getBytes(UTF_8));
  }
}
