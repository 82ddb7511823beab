package org.tipline.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * PostgreSQL's programs for one folder. The library remembers by resolver where it unpacked them,
 * and would hand a second start of this process the folder of the first.
 */
record Programs(Path folder) implements PgBinaryResolver {

  @Override
  public InputStream getPgBinary(String system, String machine) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
  }
}
