-- By what a reader's own program knows the message: an answer names it, and mail programs then show one conversation.
alter table submissions add column message_id text;     -- null: the medium names none
