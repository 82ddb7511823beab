package org.tipline.database;

import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.tipline.folder.DataFolder;

/**
 * Gives the application a PostgreSQL of its own when none is configured. The pool is made from the
 * connection details and these from the server, so the server is stopped last.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoDatasourceUrl.class)
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
class EmbeddedDatabaseAutoConfiguration {

  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(DataFolder dataFolder) {
    return EmbeddedDatabase.start(dataFolder.part("postgres"));
  }

  @Bean
  JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) throws IOException {
    return database.connectionDetails();
  }
}
