-- Who is asked to join and has not set a password yet.
create table invitations (
  id         uuid primary key,
  email      text not null,
  name       text not null,
  roles      text[] not null,                           -- ADMIN, EDITOR
  token_hash bytea not null unique,                     -- SHA-256; the token itself is in the link only
  invited_by uuid not null references editors,
  invited_at timestamptz not null,                      -- when the link was made that holds now
  expires_at timestamptz not null
);
create unique index invitations_email on invitations (lower(email));

create table invitation_desks (
  invitation_id uuid not null references invitations on delete cascade,
  desk_id       uuid not null references desks,
  role          text not null check (role in ('VIEWER', 'EDITOR', 'LEAD')),
  primary key (invitation_id, desk_id)
);
