package org.tipline;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The threads of the machine that carry virtual ones: many while classes are loaded, few after.
 *
 * <p>A virtual thread that loads a class cannot leave its carrier. On two processors two such
 * threads waited for good for the lock of the packaged jar, whose holder had no carrier left to go
 * on with: a gateway that was restarted under load hung within seconds. But a carrier that has
 * nothing to do looks for work in the places of all others before it sleeps, and with 256 of them
 * that took more of the processors than the requests did.
 *
 * @see <a href="https://github.com/spring-projects/spring-boot/issues/51463">Spring Boot 51463</a>
 */
@Component
class Carriers {

  /** A name that only the JVM reads, and only before the first virtual thread. */
  private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";

  /** More than there are requests that load classes when a gateway starts under load. */
  private static final int AT_FIRST = 256;

  /** Still more than load a class for the first time later on. */
  private static final int LATER = 32;

  private static final Duration WARM = Duration.ofSeconds(60);

  /**
   * To be called before the first virtual thread. Whoever has set a number keeps it. The number at
   * the start says for good how many places are searched, so it is the small one that is set.
   */
  static void many() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, String.valueOf(LATER));
      scheduler().setParallelism(AT_FIRST);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void becomeFewOnceWarm() {
    Thread.ofVirtual().name("carriers").start(Carriers::becomeFew);
  }

  private static void becomeFew() {
    try {
      TimeUnit.NANOSECONDS.sleep(WARM.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (scheduler().getParallelism() == AT_FIRST) {
      scheduler().setParallelism(LATER);
    }
  }

  private static VirtualThreadSchedulerMXBean scheduler() {
    return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
  }
}
