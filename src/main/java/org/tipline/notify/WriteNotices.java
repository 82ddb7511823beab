package org.tipline.notify;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.account.SeatChanged;
import org.tipline.moderation.EditorAsked;
import org.tipline.moderation.TipMoved;
import org.tipline.moderation.TipsOpened;

/**
 * Writes the notices of a tip in the transaction of what is told: a tip never exists without them.
 * A way that is not configured gets none, so that nothing piles up for a mail server that is not
 * there.
 */
@Component
class WriteNotices {

  private final Notices notices;
  private final Desks desks;
  private final ObjectProvider<JavaMailSender> mail;
  private final NotifySettings settings;
  private final NoticeTimes times;

  WriteNotices(
      Notices notices,
      Desks desks,
      ObjectProvider<JavaMailSender> mail,
      NotifySettings settings,
      NoticeTimes times) {
    this.notices = notices;
    this.desks = desks;
    this.mail = mail;
    this.settings = settings;
    this.times = times;
  }

  @EventListener
  void on(TipsOpened opened) {
    opened.byDesk().forEach((desk, tips) -> tellDesk(tips, desk));
    if (settings.hasSlack()) {
      add(opened.ids(), List.of(Recipient.WEBHOOK), NoticeKind.OPENED);
    }
  }

  @EventListener
  void on(TipMoved moved) {
    tellDesk(List.of(moved.tipId()), moved.deskId());
  }

  @EventListener
  void on(EditorAsked asked) {
    if (hasMail()) {
      add(List.of(asked.tipId()), List.of(new Recipient(asked.editorId())), kind(asked.why()));
    }
  }

  /** Who does not see the desk any more is not told of its tips. */
  @EventListener
  void on(SeatChanged changed) {
    if (changed.role() == null) {
      notices.forget(changed.editorId(), changed.deskId());
    }
  }

  private static NoticeKind kind(EditorAsked.Why why) {
    return switch (why) {
      case ASSIGNED -> NoticeKind.ASSIGNED;
      case NAMED -> NoticeKind.NAMED;
    };
  }

  private void tellDesk(List<UUID> tips, UUID desk) {
    if (hasMail()) {
      add(tips, desks.members(desk).stream().map(Recipient::new).toList(), NoticeKind.OPENED);
    }
  }

  private void add(List<UUID> tips, List<Recipient> recipients, NoticeKind kind) {
    notices.add(tips, recipients, kind);
    times.schedule(recipients);
  }

  private boolean hasMail() {
    return mail.getIfAvailable() != null;
  }
}
