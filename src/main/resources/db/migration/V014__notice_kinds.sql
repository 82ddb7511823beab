-- A notice tells more than that a tip came: it was handed to an editor, or a note named them.
alter table notices
  add column kind text not null default 'OPENED' check (kind in ('OPENED', 'ASSIGNED', 'NAMED')),
  drop constraint notices_tip_id_editor_id_key;
create unique index notices_opened on notices (tip_id, editor_id) nulls not distinct where kind = 'OPENED';
