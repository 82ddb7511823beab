-- What search looks through, filled after the commit: search columns in the tips' own rows would cost the door half its speed.
create extension if not exists pg_trgm;

-- By month, so that a rare word costs one small look a month and forgetting a month is dropping its table.
create table tip_words (
  tip_id    uuid not null,
  opened_at timestamptz not null,                       -- the tip's: what the months go by
  open      boolean not null,                           -- it waits in the queue
  words     tsvector not null,                          -- folded: small letters, no accents, no apostrophes
  primary key (tip_id, opened_at)
) partition by range (opened_at);
create index tip_words_open on tip_words using gin (words) where open;
create index tip_words_all on tip_words using gin (words);
create index tip_words_time on tip_words (opened_at, tip_id);

-- Tips whose words have changed since; a row goes when its tip is looked through again.
create table tip_words_due (
  tip_id uuid primary key,
  due_at timestamptz not null
);
insert into tip_words_due (tip_id, due_at) select id, opened_at from tips;

-- Every word there is, to find the one that was meant.
create table known_words (
  word text primary key
);
create index known_words_alike on known_words using gin (word gin_trgm_ops);
