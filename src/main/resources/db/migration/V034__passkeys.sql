-- Passkeys: how an editor signs in without a password, or confirms one.
create table passkeys (
  credential_id      bytea primary key,                 -- the authenticator's name for it, at most 1023 bytes
  id                 uuid not null unique,              -- ours, in addresses
  editor_id          uuid not null references editors,
  label              text not null,                     -- what its owner calls it
  public_key         bytea not null,                    -- COSE, RFC 9052
  signature_count    bigint not null,                   -- 0 for ever where the authenticator counts nothing
  transports         text[] not null,                   -- how a browser reaches it; may be empty
  attestation_object bytea not null,                    -- as it was made
  created_at         timestamptz not null
);
create index passkeys_editor on passkeys (editor_id);

-- What a browser is asked to sign, once and within minutes.
create table passkey_challenges (
  challenge_hash bytea primary key,                     -- SHA-256
  editor_id      uuid references editors,               -- null: whoever it turns out to be
  expires_at     timestamptz not null
);
create index passkey_challenges_expires_at on passkey_challenges (expires_at);
