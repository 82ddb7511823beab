package org.tipline.notify;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told: an editor by mail, or the newsroom by its webhook.
 *
 * @param editor null for the webhook
 */
record Recipient(@Nullable UUID editor) {

  static final Recipient WEBHOOK = new Recipient(null);
  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notices");

  private static final String WEBHOOK_NAME = "webhook";

  static Recipient ofTask(String instance) {
    return instance.equals(WEBHOOK_NAME) ? WEBHOOK : new Recipient(UUID.fromString(instance));
  }

  TaskInstance<Void> task() {
    return TASK.instance(instance()).build();
  }

  /** The task's id. */
  String instance() {
    return editor == null ? WEBHOOK_NAME : editor.toString();
  }
}
