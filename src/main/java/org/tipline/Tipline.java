package org.tipline;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the reader submissions gateway. */
// Rooms name things for themselves: two of them may each have an Arrivals.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Tipline {

  /** A name that only the JVM reads, and only before the first virtual thread. */
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  public static void main(String[] args) {
    giveVirtualThreadsRoom();
    SpringApplication.run(Tipline.class, args);
  }

  /**
   * A virtual thread that loads a class cannot leave its carrier. On two processors two such
   * threads waited for good for the lock of the packaged jar, whose holder had no carrier left to
   * go on with: a gateway that was restarted under load hung within seconds.
   *
   * @see <a href="https://github.com/spring-projects/spring-boot/issues/51463">Spring Boot
   *     51463</a>
   */
  private static void giveVirtualThreadsRoom() {
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, "256");
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
