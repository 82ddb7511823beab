-- What a tag is on is listed by it, in the list's order: the archive is not walked in search of it.

alter table tip_tags add column opened_at timestamptz;      -- the tip's
update tip_tags g set opened_at = t.opened_at from tips t where t.id = g.tip_id;
alter table tip_tags alter column opened_at set not null;
drop index tip_tags_tag;
create index tip_tags_tag on tip_tags (tag, opened_at, tip_id);
