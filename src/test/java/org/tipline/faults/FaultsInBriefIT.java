package org.tipline.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A minute of {@link FaultsIT} in every build. */
@Timeout(300)
class FaultsInBriefIT {

  private static final int A_SECOND = 20;

  @TempDir static Path folder;

  private static Newsroom newsroom;
  private static Faults faults;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new Newsroom(folder);
    faults = new Faults(newsroom, new Table());
  }

  @AfterAll
  static void close() throws IOException {
    newsroom.close();
  }

  /**
   * One after the other, and then one look at everything: what a killed gateway was at is leased.
   */
  @Test
  void nothingIsLostOrDoubledWhateverBreaks() throws Exception {
    var checks =
        List.of(
            faults.killGateway(1, 200),
            faults.crashPostgres(2, 200),
            faults.databaseAway(
                "PostgreSQL stopped",
                Duration.ofSeconds(4),
                A_SECOND,
                newsroom.postgres()::stopped),
            faults.spoolAway("missing", newsroom.gateway(), new BrokenSpool(newsroom)::missing));
    for (var check : checks) {
      check.make();
    }
  }
}
