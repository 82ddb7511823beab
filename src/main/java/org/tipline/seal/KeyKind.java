package org.tipline.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** What a key file is for; {@code T} is what its keys do together. */
interface KeyKind<T> {

  /** As in {@code seal_probe.purpose} and the usual name of the file: {@code seal}. */
  String name();

  /** The setting that names another place for the file. */
  String setting();

  Parameters parameters();

  Configuration configuration();

  T tool(KeysetHandle keys) throws GeneralSecurityException;

  /** What only these keys can make for {@code id}, kept in the database. */
  byte[] proof(T tool, UUID id) throws GeneralSecurityException;

  /** Whether {@code proof} was made by a key of this file. */
  boolean accepts(T tool, UUID id, byte[] proof);

  default KeysetHandle newKeys() throws GeneralSecurityException {
    return KeysetHandle.generateNew(parameters(), configuration());
  }

  /** One key more, used from then on; the older ones go on opening what they sealed. */
  default KeysetHandle withNewKey(KeysetHandle keys) throws GeneralSecurityException {
    var newKey = KeysetHandle.generateEntryFromParameters(parameters());
    return KeysetHandle.newBuilder(keys)
        .setConfiguration(configuration())
        .addEntry(newKey.withRandomId().makePrimary())
        .build();
  }

  default KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, configuration(), InsecureSecretKeyAccess.get());
  }

  default String print(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, configuration(), InsecureSecretKeyAccess.get());
  }
}
