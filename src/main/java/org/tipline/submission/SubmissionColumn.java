package org.tipline.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Submissions with their files as one column of a statement that is about more than them. */
@Component
public class SubmissionColumn {

  private final JsonMapper json;

  SubmissionColumn(JsonMapper json) {
    this.json = json;
  }

  /** {@code ids} is SQL that gives the submissions' ids. */
  public static String of(String ids) {
    return """
    (select coalesce(json_agg(json_build_object(
        'id', s.id, 'channel', json_build_object('value', s.channel), 'medium', s.medium,
        'externalId', s.external_id, 'readerId', s.reader_id, 'sentAt', s.sent_at,
        'receivedAt', s.received_at, 'text', s.text, 'subject', s.subject, 'quoted', s.quoted,
        'place', s.place, 'location', case when s.latitude is not null and s.longitude is not null
          then json_build_object('latitude', s.latitude, 'longitude', s.longitude,
            'label', s.location_label) end,
        'repliedTo', s.replied_to, 'marks', s.marks, 'attachments', (
          select coalesce(json_agg(json_build_object('id', a.id, 'submissionId', a.submission_id,
              'name', a.name, 'type', coalesce(a.type, a.declared_type), 'bytes', a.bytes,
              'sha256', a.sha256, 'state', a.state, 'failure', a.failure)
            order by a.position), '[]')
          from attachments a where a.submission_id = s.id))
      order by coalesce(s.sent_at, s.received_at), s.id), '[]')
    from submissions s where s.id in (%s))
    """
        .formatted(ids);
  }

  /** What the column holds: in the providers' order of time. */
  public List<Submission> read(String column) {
    return List.of(json.readValue(column, Submission[].class));
  }
}
