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

  public static void main(String[] args) {
    Carriers.many();
    SpringApplication.run(Tipline.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
