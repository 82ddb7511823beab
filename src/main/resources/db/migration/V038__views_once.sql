-- A list that is saved twice under one name, by a form that came twice, is one.
delete from saved_views later using saved_views v
where later.editor_id = v.editor_id and later.desk_id is not distinct from v.desk_id
  and later.name = v.name and later.query = v.query and later.id > v.id;
create unique index saved_views_once on saved_views (editor_id, desk_id, name, query) nulls not distinct;
