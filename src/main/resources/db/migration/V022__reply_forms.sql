-- Which form an answer was sent by, kept for 7 days: a form that comes twice sends once.
create table reply_forms (
  form     uuid primary key,                            -- made with the page
  reply_id uuid not null references replies,
  sent_at  timestamptz not null
);
create index reply_forms_sent on reply_forms (sent_at);
