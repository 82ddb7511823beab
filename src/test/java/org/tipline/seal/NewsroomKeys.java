package org.tipline.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DataSettings;
import org.tipline.support.TestDatabases;

/** One newsroom's database and data folder, on which instances of Tipline can be started. */
record NewsroomKeys(Path data, JdbcClient jdbc) {

  static NewsroomKeys fresh(Path data) {
    return new NewsroomKeys(
        data, JdbcClient.create(new DriverManagerDataSource(TestDatabases.fresh())));
  }

  Keyring start() {
    return start(null, null);
  }

  Keyring start(@Nullable String key, @Nullable String indexKey) {
    return new Keyring(
        new SealSettings(key, indexKey),
        new DataFolder(new DataSettings(data.toString())),
        new SealProbe(jdbc));
  }

  Path file(String name) {
    return data.resolve("keys").resolve(name);
  }
}
