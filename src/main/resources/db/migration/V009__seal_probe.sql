-- One sealed word a key, by which a start proves that it holds the keys this database was written with.
create table seal_probe (
  purpose text primary key,
  id      uuid not null,
  sealed  bytea not null
);
