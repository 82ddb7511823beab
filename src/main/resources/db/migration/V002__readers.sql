-- The people who write to us, one row a medium until an editor says that two are one.
create table readers (
  id            uuid primary key,
  label         text not null,                          -- "Reader 7F2": what screens show instead of an address
  sealed_name   bytea,                                  -- the name they go by; bound to readers/sealed_name/id
  first_seen_at timestamptz not null
);

create table reader_addresses (
  id        uuid primary key,
  reader_id uuid not null references readers,
  medium    text not null,
  kind      text not null,
  blind     bytea not null,                             -- keyed hash of the address: finds it without opening it
  sealed    bytea not null,                             -- bound to reader_addresses/sealed/id
  unique (medium, kind, blind)
);
create index reader_addresses_reader on reader_addresses (reader_id);
