-- What editors work on: the submissions of one reader about one thing.
create table tips (
  id               uuid primary key,
  version          bigint not null,                     -- two editors at once: the second is told
  reference        text not null unique,                -- K7F3QXM, shown as K7F-3QXM
  state            text not null check (state in ('WAITING', 'ACCEPTED', 'REJECTED', 'PUBLISHED', 'SPAM', 'MERGED')),
  channel          text not null,
  medium           text not null,
  desk_id          uuid not null references desks,
  reader_id        uuid references readers,
  opened_at        timestamptz not null,
  last_activity_at timestamptz not null,
  queued_at        timestamptz,                         -- since when it waits; null: not in the queue
  new_activity     boolean not null default false,      -- the reader wrote again after a decision
  urgent           boolean not null default false,
  claimed_by       uuid references editors,
  claimed_at       timestamptz,
  first_line       text not null,                       -- for the queue's row, at most 280 characters
  submissions      integer not null,
  attachments      integer not null,
  published_link   text,
  finding          text                                 -- what screening remarked first, in words; null: nothing
);
create index tips_queue on tips (queued_at, id) where queued_at is not null;
create index tips_queue_desk on tips (desk_id, queued_at, id) where queued_at is not null;
create index tips_opened on tips (opened_at, id);
create index tips_state on tips (state, opened_at, id);
create index tips_reader on tips (reader_id, medium, last_activity_at desc) where reader_id is not null;

create table tip_submissions (
  submission_id uuid primary key references submissions,
  tip_id        uuid not null references tips
);
create index tip_submissions_tip on tip_submissions (tip_id);

-- Who did what, when and why; screens and people alike. Only ever added to.
create table tip_history (
  id       uuid primary key,
  tip_id   uuid not null references tips,
  at       timestamptz not null,
  editor_id uuid references editors,                    -- null: Tipline itself
  action   text not null,
  detail   text                                         -- the reason, the link, the screen's finding
);
create index tip_history_tip on tip_history (tip_id, at, id);

create table tip_notes (
  id        uuid primary key,
  tip_id    uuid not null references tips,
  editor_id uuid not null references editors,
  written_at timestamptz not null,
  text      text not null
);
create index tip_notes_tip on tip_notes (tip_id, written_at);
