package org.tipline.reply;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hashes receipt codes after their tips are kept, one a second: a flood of forms must not take the
 * processor from the tips themselves, and until it is hashed a code opens its tip all the same.
 */
@Configuration
class HashReceiptCodes {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST = 1;

  private final ReceiptRows rows;
  private final KeptReceiptCodes codes;

  HashReceiptCodes(ReceiptRows rows, KeptReceiptCodes codes) {
    this.rows = rows;
    this.codes = codes;
  }

  @Bean
  RecurringTask<Void> receiptCodesTask() {
    return Tasks.recurring("receipt-codes", FixedDelay.of(PAUSE))
        .execute((_, _) -> rows.unhashed(MOST).forEach(codes::hash));
  }
}
