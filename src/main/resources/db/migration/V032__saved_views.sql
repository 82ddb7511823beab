-- Lists that editors keep under a name, for themselves or for all who sit at a desk.
create table saved_views (
  id        uuid primary key,
  editor_id uuid not null references editors,           -- who made it
  desk_id   uuid references desks,                      -- whom it is shared with; null: nobody
  name      text not null,                              -- 1 to 40 characters
  query     jsonb not null,                             -- what the address bar says, name by name
  saved_at  timestamptz not null
);
create index saved_views_editor on saved_views (editor_id) where desk_id is null;
create index saved_views_desk on saved_views (desk_id) where desk_id is not null;
