-- What editors are writing to readers and have not sent: one a tip and editor, gone when sent or after 7 days.
create table reply_drafts (
  tip_id    uuid not null references tips,
  editor_id uuid not null references editors,
  text      text not null,
  at        timestamptz not null,                       -- of the last change
  primary key (tip_id, editor_id)
);
create index reply_drafts_at on reply_drafts (at);
