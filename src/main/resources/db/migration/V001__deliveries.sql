-- Exactly what providers handed us. Accepting one is a single insert; the unique key tells a repeat.
create table deliveries (
  id              uuid primary key,
  seq             bigint generated always as identity,  -- the order of acceptance
  channel         text not null,
  key             text not null,                        -- the provider's own id
  received_at     timestamptz not null,
  sealed          bytea not null,                       -- envelope and raw bytes; bound to deliveries/sealed/id
  state           text not null default 'RECEIVED' check (state in ('RECEIVED', 'READ', 'UNREADABLE')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  failure         text,                                 -- why it is not read yet, in words for the administrator
  failed_at       timestamptz,
  read_at         timestamptz,
  unique (channel, key)
);
create index deliveries_due on deliveries (received_at, seq) where state = 'RECEIVED';
create index deliveries_parked on deliveries (seq) where state = 'UNREADABLE';
create index deliveries_latest on deliveries (channel, seq desc);
create index deliveries_failed on deliveries (channel, failed_at desc) where failed_at is not null;

-- Parts of a delivery that became no submission, for the administrator to see.
create table delivery_remarks (
  delivery_id uuid not null references deliveries on delete cascade,
  position    integer not null,                         -- where the part stood in its delivery, from 0
  reason      text not null,
  remarked_at timestamptz not null,
  primary key (delivery_id, position)
);
