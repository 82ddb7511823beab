-- Where a reply goes to: the exact address its message came from.
alter table submissions add column address_id uuid references reader_addresses;   -- null: no address was left
-- A reader's first address on a medium is the one their channel names first, and for all but a few the only one.
update submissions s set address_id = a.id
from (select distinct on (reader_id, medium) id, reader_id, medium from reader_addresses order by reader_id, medium, id) a
where a.reader_id = s.reader_id and a.medium = s.medium;
create index submissions_address on submissions (address_id) where address_id is not null;

-- What goes back to readers: one row a reply, by the channel and to the address its message came from.
create table replies (
  id            uuid primary key,
  kind          text not null check (kind in ('ACKNOWLEDGEMENT', 'ANSWER', 'STATUS', 'PUBLISHED', 'OPT_OUT', 'HELP')),
  submission_id uuid not null references submissions,   -- the reader's message it answers
  tip_id        uuid references tips,                   -- null: it is about no tip, as the answer to STOP
  channel       text not null,
  editor_id     uuid references editors,                -- null: Tipline itself
  text          text not null,
  template      text,                                   -- the provider's id of an approved text; null: free text
  variables     text[],                                 -- with template: what fills its gaps, in order
  token         text not null unique,                   -- unguessable: by it a reader's mail finds back
  state         text not null default 'QUEUED'
                check (state in ('QUEUED', 'SENDING', 'UNCERTAIN', 'SENT', 'DELIVERED', 'READ', 'FAILED')),
  state_at      timestamptz not null,
  created_at    timestamptz not null,
  queued_at     timestamptz not null,                   -- when it was last put in the queue: given up a day later
  attempts      integer not null default 0,             -- counted before each try
  first_tried_at timestamptz,                           -- what a look-up at the provider searches from
  look_ups      integer not null default 0,             -- since it became UNCERTAIN, counted before each
  external_id   text,                                   -- the provider's id of it, null until it has it
  failure       text,                                   -- why it failed or is uncertain, in words
  unique (channel, external_id)
);
create index replies_tip on replies (tip_id, created_at) where tip_id is not null;
create index replies_submission on replies (submission_id);
create index replies_waiting on replies (queued_at) where state in ('QUEUED', 'SENDING', 'UNCERTAIN');
create index replies_troubled on replies (state_at) where state in ('UNCERTAIN', 'FAILED');

-- The lane of replies: db-scheduler's table again, so that a thousand replies hold up no notice.
create table scheduled_replies (like scheduled_tasks including all);
