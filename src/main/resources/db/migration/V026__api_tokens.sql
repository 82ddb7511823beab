-- Which programs may read the API beside the one the operator's configuration names.
create table api_tokens (
  id           uuid primary key,
  name         text not null,
  token_hash   bytea not null unique,                   -- SHA-256; the token itself was shown once
  desk_id      uuid references desks,                   -- null: every desk
  made_by      uuid not null references editors,
  made_at      timestamptz not null,
  last_used_at timestamptz                              -- the hour it began in; null: not yet
);
create unique index api_tokens_name on api_tokens (lower(name));
