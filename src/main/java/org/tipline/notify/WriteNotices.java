package org.tipline.notify;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.account.SeatChanged;
import org.tipline.moderation.EditorsAsked;
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
    var told = new HashSet<Recipient>();
    opened.byDesk().forEach((desk, tips) -> told.addAll(tellDesk(tips, desk)));
    if (settings.hasSlack()) {
      notices.add(opened.ids(), List.of(Recipient.WEBHOOK), NoticeKind.OPENED);
      told.add(Recipient.WEBHOOK);
    }
    plan(told);
  }

  @EventListener
  void on(TipMoved moved) {
    plan(tellDesk(List.of(moved.tipId()), moved.deskId()));
  }

  @EventListener
  void on(EditorsAsked asked) {
    if (hasMail()) {
      var recipients = asked.editorIds().stream().map(Recipient::new).toList();
      notices.add(List.of(asked.tipId()), recipients, kind(asked.why()));
      plan(recipients);
    }
  }

  /** Who does not see the desk any more is not told of its tips. */
  @EventListener
  void on(SeatChanged changed) {
    if (changed.role() == null) {
      notices.forget(changed.editorId(), changed.deskId());
    }
  }

  private static NoticeKind kind(EditorsAsked.Why why) {
    return switch (why) {
      case ASSIGNED -> NoticeKind.ASSIGNED;
      case NAMED -> NoticeKind.NAMED;
    };
  }

  private List<Recipient> tellDesk(List<UUID> tips, UUID desk) {
    if (!hasMail()) {
      return List.of();
    }
    var members = desks.members(desk).stream().map(Recipient::new).toList();
    notices.add(tips, members, NoticeKind.OPENED);
    return members;
  }

  /** All of a transaction at once: two that plan one after the other could wait for each other. */
  private void plan(Collection<Recipient> told) {
    if (!told.isEmpty()) {
      times.schedule(List.copyOf(told));
    }
  }

  private boolean hasMail() {
    return mail.getIfAvailable() != null;
  }
}
