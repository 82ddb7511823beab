-- What tells an editor that a tip waits. Written with the tip, sent later; carries no source data.
create table notices (
  id              uuid primary key,
  tip_id          uuid not null references tips,
  editor_id       uuid references editors,              -- null: for the newsroom's Slack-compatible webhook
  state           text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
  created_at      timestamptz not null,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  sent_at         timestamptz,
  failure         text,
  unique nulls not distinct (tip_id, editor_id)
);
create index notices_waiting on notices (editor_id, next_attempt_at) where state = 'WAITING';
create index notices_sent on notices (editor_id, sent_at desc) where state = 'SENT';
