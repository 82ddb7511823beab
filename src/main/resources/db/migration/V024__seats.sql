-- A seat at a desk has a role, and without a seat the desk's tips do not exist for a person.
alter table desk_members
  add column role text not null default 'EDITOR' check (role in ('VIEWER', 'EDITOR', 'LEAD'));

-- Until now whoever edited saw every desk, and a seat only brought its notices; administrators alone saw none.
delete from desk_members m using editors e where e.id = m.editor_id and not 'EDITOR' = any(e.roles);
insert into desk_members (desk_id, editor_id)
select d.id, e.id from desks d cross join editors e
where 'EDITOR' = any(e.roles) and not exists (select from desk_members m where m.editor_id = e.id);

-- Nobody holds a tip that they do not see.
update tips t set claimed_by = null, claimed_at = null, version = version + 1
where claimed_by is not null
  and not exists (select from desk_members m where m.editor_id = t.claimed_by and m.desk_id = t.desk_id);
