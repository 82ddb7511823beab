package org.tipline.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how fast the packaged application is, beside yardsticks of the same run: {@code mvn
 * verify -Pbench}. Sender, application and PostgreSQL share the machine. A missed aim is printed
 * and fails nothing.
 */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchIT {

  private static final Table TABLE = new Table();

  @TempDir static Path folder;

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @Test
  @Order(1)
  void accept() throws Exception {
    assumeTrue(Sizes.wants("accept"));
    try (var site = new Site(folder.resolve("accept"), Map.of())) {
      new Accepting(site, TABLE).measure();
    }
  }
}
