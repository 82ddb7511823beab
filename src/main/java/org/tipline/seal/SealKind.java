package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Keys that seal and open: AES-256-GCM. */
record SealKind() implements KeyKind<Aead> {

  private static final byte[] WORD = "tipline".getBytes(UTF_8);

  @Override
  public String name() {
    return "seal";
  }

  @Override
  public String setting() {
    return "tipline.seal.key";
  }

  @Override
  public Parameters parameters() {
    return PredefinedAeadParameters.AES256_GCM;
  }

  @Override
  public Configuration configuration() {
    return AeadConfig2026.get();
  }

  @Override
  public Aead tool(KeysetHandle keys) throws GeneralSecurityException {
    return keys.getPrimitive(configuration(), Aead.class);
  }

  @Override
  public byte[] proof(Aead aead, UUID id) throws GeneralSecurityException {
    return aead.encrypt(WORD, place(id));
  }

  @Override
  public boolean accepts(Aead aead, UUID id, byte[] proof) {
    try {
      aead.decrypt(proof, place(id));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] place(UUID id) {
    return new Binding("seal_probe", "sealed", id).associatedData();
  }
}
