-- What editors do with a tip besides deciding: put it off, merge it, tag it, mark its files; and the way back.
alter table tips
  add column snoozed_at    timestamptz,                 -- null: not put off
  add column snoozed_until timestamptz,                 -- null: until the reader writes again
  add column merged_into   uuid references tips;        -- null unless MERGED; its submissions stay its own
create index tips_snoozed on tips (opened_at, id) where snoozed_at is not null;
create index tips_waking on tips (snoozed_until) where snoozed_until is not null;
create index tips_merged on tips (merged_into) where merged_into is not null;
create index tips_claimed on tips (claimed_by, queued_at, id) where claimed_by is not null;

-- How a tip was before an act, for as long as the act can be undone or its form may come twice.
create table tip_acts (
  act_id         uuid not null,                         -- of the form: a bulk act has one row a tip
  tip_id         uuid not null references tips,
  editor_id      uuid not null references editors,
  at             timestamptz not null,
  action         text not null,                         -- in words, as the history has it
  version        bigint not null,                       -- of the tip after the act
  state          text not null,
  desk_id        uuid not null,
  queued_at      timestamptz,
  new_activity   boolean not null,
  claimed_by     uuid,
  claimed_at     timestamptz,
  published_link text,
  snoozed_at     timestamptz,
  snoozed_until  timestamptz,
  undone         boolean not null default false,
  primary key (act_id, tip_id)
);
create index tip_acts_at on tip_acts (at);

create table tip_tags (
  tip_id uuid not null references tips,
  tag    text not null,                                 -- 1 to 40 characters, small letters
  primary key (tip_id, tag)
);
create index tip_tags_tag on tip_tags (tag, tip_id);

-- Pictures nobody should meet by accident: their thumbnails are covered for everyone.
create table graphic_files (
  attachment_id uuid primary key references attachments,
  editor_id     uuid not null references editors,
  marked_at     timestamptz not null
);
