package org.tipline.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.moderation.TipOpened;

/**
 * Writes the notices of a new tip in the tip's own transaction: a tip never exists without them. A
 * way that is not configured gets none, so that nothing piles up for a mail server that is not
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
  void on(TipOpened opened) {
    for (var recipient : recipients(opened.deskId())) {
      notices.add(opened.tipId(), recipient.editor());
      times.schedule(recipient);
    }
  }

  private List<Recipient> recipients(UUID desk) {
    var recipients = new ArrayList<Recipient>();
    if (mail.getIfAvailable() != null) {
      desks.members(desk).forEach(editor -> recipients.add(new Recipient(editor)));
    }
    if (settings.hasSlack()) {
      recipients.add(Recipient.WEBHOOK);
    }
    return recipients;
  }
}
