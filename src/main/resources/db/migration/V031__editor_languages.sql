-- In which language an editor reads the desk, ISO 639; null: the newsroom's first that the pages are written in.
alter table editor_habits add column language text;
