-- What a tip's reader began in, as a list is narrowed by it: 'ENGLISH', 'SWAHILI', 'MIXED' or 'UNSURE'.
alter table tips add column language text;              -- null: opened before this, until it is looked at

-- The open queue alone: a list of what was decided is narrowed while it is walked.
create index tips_queue_language on tips (desk_id, language, queued_at, id) where queued_at is not null;
-- What is still to be looked at; empty soon.
create index tips_language_unknown on tips (id) where language is null;
