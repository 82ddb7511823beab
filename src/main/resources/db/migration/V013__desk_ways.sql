-- How each desk works: when its waiting tips turn amber and red, and the reasons it gives for not using one.
alter table desks
  add column amber_seconds integer check (amber_seconds > 0),          -- null: as configured for all
  add column red_seconds   integer check (red_seconds > amber_seconds),
  add column reasons       text[] not null default '{"We have this story already","Not our area","Cannot be verified","Not a story"}';

-- How each editor likes to work; without a row all is on.
create table editor_habits (
  editor_id uuid primary key references editors,
  keys      boolean not null,                           -- one key an action
  covers    boolean not null                            -- pictures covered and sound off until asked for
);
