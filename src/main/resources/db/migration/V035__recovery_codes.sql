-- For the day the passkey is lost: each works once.
create table recovery_codes (
  editor_id uuid not null references editors,
  code_hash bytea not null,                             -- SHA-256
  primary key (editor_id, code_hash)
);
