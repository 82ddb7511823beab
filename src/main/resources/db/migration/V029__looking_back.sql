-- What looking back needs: from where each act came, how soon a tip was looked after, and every stretch in which it waited.
alter table tip_history add column origin text          -- null: from before it was written down
  check (origin in ('SCREEN', 'BULK', 'RULE', 'READER', 'API'));
create index tip_history_decisions on tip_history (at)
  where action in ('accepted', 'rejected', 'marked as spam', 'published', 'reopened', 'undid');

alter table tips
  add column touched_at timestamptz,                    -- the first thing an editor did to it; null: nothing yet
  add column decided_at timestamptz;                    -- the first decision that stands; null: none yet
update tips t set touched_at = h.touched, decided_at = h.decided
from (
  select tip_id, min(at) touched,
    min(at) filter (where action in ('accepted', 'rejected', 'marked as spam', 'published')) decided
  from tip_history where editor_id is not null group by tip_id) h
where h.tip_id = t.id;

create table tip_waits (
  tip_id  uuid not null references tips,
  desk_id uuid not null references desks,               -- a tip that moves waits on in another row
  since   timestamptz not null,
  until   timestamptz,                                  -- null: it waits still
  primary key (tip_id, since)
);
create index tip_waits_since on tip_waits (since) include (desk_id);
create index tip_waits_until on tip_waits (until, since) include (desk_id);

-- Of older tips: from when they were opened until they first left the queue, and what waits now. Stretches in between are not known.
insert into tip_waits (tip_id, desk_id, since, until)
select t.id, t.desk_id, t.opened_at, greatest(t.opened_at, h.left_at)
from tips t join (
  select tip_id, min(at) left_at from tip_history
  where action in ('accepted', 'rejected', 'marked as spam', 'published', 'put off', 'merged') group by tip_id) h on h.tip_id = t.id;
insert into tip_waits (tip_id, desk_id, since)
select t.id, t.desk_id, greatest(t.queued_at, w.until) from tips t left join tip_waits w on w.tip_id = t.id
where t.queued_at is not null
on conflict (tip_id, since) do update set until = null;
