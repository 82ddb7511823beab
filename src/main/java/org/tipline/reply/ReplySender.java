package org.tipline.reply;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** Sends what was written. */
final class ReplySender {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("reply-send");

  private ReplySender() {}
}
