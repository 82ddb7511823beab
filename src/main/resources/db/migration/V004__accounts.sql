-- Desks, the editors who sit at them, and how they sign in.
create table desks (
  id   uuid primary key,
  slug text not null unique,                            -- "news": in addresses and the API
  name text not null
);
insert into desks (id, slug, name) values (gen_random_uuid(), 'news', 'News');

create table editors (
  id            uuid primary key,
  email         text not null,
  name          text not null,
  password_hash text,                                   -- null: signs in by link only
  roles         text[] not null,                        -- ADMIN, EDITOR
  enabled       boolean not null default true,
  created_at    timestamptz not null
);
create unique index editors_email on editors (lower(email));

create table desk_members (
  desk_id   uuid not null references desks,
  editor_id uuid not null references editors,
  primary key (desk_id, editor_id)
);
create index desk_members_editor on desk_members (editor_id);

create table sign_in_links (
  token_hash bytea primary key,                         -- SHA-256; the token itself is in the link only
  editor_id  uuid not null references editors,
  expires_at timestamptz not null
);
