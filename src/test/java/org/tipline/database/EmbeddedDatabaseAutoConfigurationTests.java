package org.tipline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DataSettings;

class EmbeddedDatabaseAutoConfigurationTests {

  @TempDir Path data;

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class, EmbeddedDatabaseAutoConfiguration.class))
          .withBean(DataFolder.class, () -> new DataFolder(new DataSettings(data.toString())));

  @Test
  void startsADatabaseWhenNoneIsConfigured() {
    application
        .withPropertyValues("spring.datasource.url=")
        .run(
            context -> {
              var database = JdbcClient.create(context.getBean(DataSource.class));
              var version = database.sql("select version()").query(String.class).single();
              assertThat(version).startsWith("PostgreSQL 18");
            });
  }

  @Test
  void leavesAConfiguredDatabaseAlone() {
    application
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/tipline")
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
              assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                  .contains("db.example.org");
              assertThat(data).isEmptyDirectory();
            });
  }
}
