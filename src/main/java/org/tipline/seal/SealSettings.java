package org.tipline.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key files are.
 *
 * @param key the file that opens what is sealed; null: {@code keys/seal.json} in the data folder
 * @param indexKey the file of blind indexes and signatures; null: {@code keys/index.json} there
 */
@ConfigurationProperties("tipline.seal")
record SealSettings(@Nullable String key, @Nullable String indexKey) {

  Path keyOr(Path usual) {
    return place(key, usual);
  }

  Path indexKeyOr(Path usual) {
    return place(indexKey, usual);
  }

  private static Path place(@Nullable String given, Path usual) {
    return given == null || given.isBlank() ? usual : Path.of(given).toAbsolutePath().normalize();
  }
}
