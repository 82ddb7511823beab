-- The seven words with which a reader who gave no address comes back: they are derived and shown, and only a slow hash is kept.
create table receipt_codes (
  submission_id uuid primary key references submissions,  -- the one that opened the tip
  salt          bytea not null,
  sealed_hash   bytea,                                  -- bound to receipt_codes/sealed_hash/submission_id; null: not hashed yet
  made_at       timestamptz not null
);
create index receipt_codes_unhashed on receipt_codes (made_at) where sealed_hash is null;

-- Forms of these days whose receipt page may still be open, and then shows words.
insert into receipt_codes (submission_id, salt, made_at)
select id, uuid_send(gen_random_uuid()), received_at from submissions
where channel = 'web' and received_at > now() - interval '2 days';
