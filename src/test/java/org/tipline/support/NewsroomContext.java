package org.tipline.support;

import static org.springframework.test.context.support.TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application under test its own database, data folder and clock. */
class NewsroomContext implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final Map<String, Object> SETTINGS =
      Map.ofEntries(
          Map.entry("tipline.public-url", "https://tips.example.org"),
          Map.entry("tipline.spool.pause", "300ms"),
          Map.entry("tipline.spool.min-free", "1MB"),
          Map.entry("tipline.spool.min-free-percent", "0"),
          Map.entry("management.server.port", "0"),
          Map.entry("server.shutdown", "immediate"),
          Map.entry("db-scheduler.polling-interval", "100ms"),
          // all visitors of all tests come from one address
          Map.entry("tipline.sign-in.tries-per-network", "10000"),
          // the driver sends the JVM's zone; the database is set to yet another
          Map.entry(
              "spring.datasource.hikari.connection-init-sql", "set time zone 'Asia/Kathmandu'"),
          // all applications under test share one server
          Map.entry("spring.datasource.hikari.maximum-pool-size", "12"),
          Map.entry("spring.datasource.hikari.minimum-idle", "1"),
          Map.entry("spring.datasource.username", "postgres"));

  @Override
  public void initialize(GenericApplicationContext context) {
    TestDatabases.stopAfterApplications();
    var settings = new HashMap<>(SETTINGS);
    settings.put("spring.datasource.url", TestDatabases.fresh());
    settings.put("tipline.data", TestFolders.fresh().toString());
    context
        .getEnvironment()
        .getPropertySources()
        // above application.yaml, below what the test itself sets
        .addAfter(
            INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, new MapPropertySource("newsroom", settings));
    context.registerBean(SettableClock.class, bean -> bean.setPrimary(true));
  }
}
