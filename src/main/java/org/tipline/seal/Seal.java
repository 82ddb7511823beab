package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seals what tells who a source is, and finds it again without opening it. */
@Component
public class Seal {

  private static final String INDEX = "index";
  private static final String SIGNATURE = "signature";
  private static final String DERIVATION = "derivation";

  private final Keyring keyring;

  Seal(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Encrypts and authenticates {@code plain} for the one place {@code binding} names. */
  public byte[] seal(byte[] plain, Binding binding) {
    try {
      return keyring.seal().tool().encrypt(plain, binding.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not seal " + binding, e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken when it was sealed for another place, by another key, or has been changed
   */
  public byte[] open(byte[] sealed, Binding binding) {
    try {
      return decrypt(sealed, binding);
    } catch (GeneralSecurityException e) {
      return openWithNewKeys(sealed, binding, e);
    }
  }

  /** Another instance may have sealed it a moment ago, with a key it has just added. */
  private byte[] openWithNewKeys(byte[] sealed, Binding binding, Throwable first) {
    if (keyring.seal().reread()) {
      try {
        return decrypt(sealed, binding);
      } catch (GeneralSecurityException e) {
        throw broken(binding, e);
      }
    }
    throw broken(binding, first);
  }

  private byte[] decrypt(byte[] sealed, Binding binding) throws GeneralSecurityException {
    return keyring.seal().tool().decrypt(sealed, binding.associatedData());
  }

  private static SealBroken broken(Binding binding, Throwable cause) {
    return new SealBroken(binding + " does not open: its key is missing or it was changed", cause);
  }

  /**
   * The keyed hash under which {@code value} is filed, by the newest key.
   *
   * @param domain keeps equal values of different kinds apart, {@code PHONE}
   */
  public byte[] index(String domain, String value) {
    return hashes().newest(INDEX, domain, value.getBytes(UTF_8));
  }

  /** {@link #index} by every key there is, newest first: a look-up matches any of them. */
  public List<byte[]> indexes(String domain, String value) {
    return hashes().all(INDEX, domain, value.getBytes(UTF_8));
  }

  /**
   * A signature over {@code message} that only this newsroom can make, such as for a form token.
   */
  public byte[] sign(String purpose, byte[] message) {
    return hashes().newest(SIGNATURE, purpose, message);
  }

  /** Whether {@code signature} is ours, by any key there is; in constant time. */
  public boolean isSignedByUs(String purpose, byte[] message, byte[] signature) {
    return hashes().isAny(signature, SIGNATURE, purpose, message);
  }

  /**
   * 32 bytes that only this newsroom can derive from {@code message}, the same for good: by the
   * oldest key, so that adding one changes nothing that a reader has written down.
   */
  public byte[] derive(String purpose, byte[] message) {
    return hashes().oldest(DERIVATION, purpose, message);
  }

  private Hashes hashes() {
    return keyring.index().tool();
  }
}
