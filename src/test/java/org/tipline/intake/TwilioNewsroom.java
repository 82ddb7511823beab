package org.tipline.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tipline.support.TwilioStore;

/** Twilio, as a {@link TwilioNewsroomTest} meets it. */
interface TwilioNewsroom {

  TwilioStore twilio = new TwilioStore(TwilioNewsroomTest.ACCOUNT);

  @DynamicPropertySource
  static void twilio(DynamicPropertyRegistry settings) {
    settings.add("tipline.twilio.api-url", twilio::url);
    settings.add("tipline.outbound.private-hosts", twilio::authority);
  }

  /** Each start looks for missed deliveries; a test does it itself. */
  default void awaitFirstLooks(JdbcClient jdbc) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from scheduled_tasks
                            where task_name = 'collect-missed' and last_success is not null
                            """)
                        .query(Integer.class)
                        .single()
                    == 2);
    jdbc.sql("update looks set began_at = null, page = null, failures = 0").update();
    jdbc.sql("delete from provider_troubles").update();
    twilio.forgetAll();
  }
}
