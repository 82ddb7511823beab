-- Readers who asked to hear nothing more at an address. Rows stay when they change their mind: it may be asked who wanted what when.
create table opt_outs (
  id           uuid primary key,
  address_id   uuid not null references reader_addresses,
  by           text not null check (by in ('READER', 'PROVIDER')),   -- the reader's word to us, or the provider's refusal to send
  opted_out_at timestamptz not null,
  undone_at    timestamptz                              -- null: it holds
);
create unique index opt_outs_holding on opt_outs (address_id) where undone_at is null;
create index opt_outs_address on opt_outs (address_id);
