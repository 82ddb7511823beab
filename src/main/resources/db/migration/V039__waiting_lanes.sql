-- Whose a delivery is that was opened and had to wait for an earlier one: it is not opened again before that.
alter table deliveries add column lanes uuid[];         -- null when not known, and no longer once it is read or parked
