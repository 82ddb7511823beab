-- What a tip's reader began in, as a list is narrowed by it: 'ENGLISH', 'SWAHILI', 'MIXED' or 'UNSURE'.
alter table tips add column language text;              -- null: opened before this, until it is looked through again

-- The open queue alone: a list of what was decided is narrowed while it is walked.
create index tips_queue_language on tips (desk_id, language, queued_at, id) where queued_at is not null;

-- Whoever makes words findable looks at the older ones, in small batches and while everybody works.
insert into tip_words_due (tip_id, due_at) select id, opened_at from tips on conflict do nothing;
