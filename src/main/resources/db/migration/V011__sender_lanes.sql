-- Whose deliveries are being sorted: one sender's never at two places at once, nor before an earlier one of theirs.
create table sender_lanes (
  lane       uuid primary key,                          -- a keyed hash of the sender's address
  held_until timestamptz not null                       -- after a crash it is free again from then on
);
create index sender_lanes_held_until on sender_lanes (held_until);
