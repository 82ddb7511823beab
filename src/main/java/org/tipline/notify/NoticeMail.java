package org.tipline.notify;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells one editor by mail. */
@Component
class NoticeMail {

  private final NewsroomMail mail;
  private final JdbcClient jdbc;
  private final NoticeText text;

  NoticeMail(NewsroomMail mail, JdbcClient jdbc, NoticeText text) {
    this.mail = mail;
    this.jdbc = jdbc;
    this.text = text;
  }

  void send(UUID editor, List<DueNotice> due) {
    mail.send(address(editor), text.subject(due), text.body(due));
  }

  private String address(UUID editor) {
    return jdbc.sql("select email from editors where id = ?")
        .param(editor)
        .query(String.class)
        .single();
  }
}
