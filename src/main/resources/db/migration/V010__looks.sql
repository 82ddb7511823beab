-- How far each provider's list has been looked through for what never reached us.
create table looks (
  channel      text primary key,
  looked_until timestamptz not null,                    -- what the provider took before this is here
  began_at     timestamptz,                             -- the look under way; null: there is none
  page         text,                                    -- where it goes on; null: at the first page
  failures     integer not null default 0               -- tries of that page in a row that came to nothing
);

-- What last went wrong when we called a provider, until the same thing goes well again.
create table provider_troubles (
  channel   text not null,
  what      text not null,                              -- what we wanted of it
  failure   text not null,                              -- in words for the administrator
  failed_at timestamptz not null,
  primary key (channel, what)
);
