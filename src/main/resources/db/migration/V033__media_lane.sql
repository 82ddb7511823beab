-- The lane of files: db-scheduler's table once more, so that a provider that hangs holds up no notice.
create table scheduled_media (like scheduled_tasks including all);
