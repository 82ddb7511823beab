-- Whoever works on tips sees some desks only: each list is the lists of their desks put together, each walked in its own order.
drop index tips_queue;                                  -- tips_queue_desk is left, which the planner else passes over
drop index tips_opened;
drop index tips_state;
drop index tips_snoozed;
create index tips_desk_opened on tips (desk_id, opened_at, id);
create index tips_desk_state on tips (desk_id, state, opened_at, id);
create index tips_desk_snoozed on tips (desk_id, opened_at, id) where snoozed_at is not null;

-- What was merged into a tip is at its desk from now on: who sees the one sees all of it.
with recursive family (root_desk, id) as (
  select desk_id, id from tips where merged_into is null and exists (select from tips m where m.merged_into = tips.id)
  union all select f.root_desk, m.id from tips m join family f on m.merged_into = f.id)
update tips t set desk_id = f.root_desk from family f where f.id = t.id and t.desk_id <> f.root_desk;
