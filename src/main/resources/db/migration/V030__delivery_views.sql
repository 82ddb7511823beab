-- Who took the raw bytes of a delivery out of their seal, and why: written before they are opened, and kept when the delivery goes.
create table delivery_views (
  id          uuid primary key,
  delivery_id uuid not null,
  channel     text not null,
  editor_id   uuid not null references editors,
  viewed_at   timestamptz not null,
  reason      text not null
);
create index delivery_views_latest on delivery_views (viewed_at desc);
