-- How often Tipline has answered a reader by itself in the period that runs; a row decides for all instances.
create table answer_limits (
  reader_id uuid not null references readers on delete cascade,
  kind      text not null,                              -- as replies.kind
  since     timestamptz not null,                       -- when the period began: with its first answer
  answers   integer not null,
  primary key (reader_id, kind)
);
-- A tip is acknowledged once, whoever tries.
create unique index replies_acknowledgement on replies (tip_id) where kind = 'ACKNOWLEDGEMENT';
