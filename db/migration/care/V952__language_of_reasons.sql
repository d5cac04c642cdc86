-- In which language somebody wrote why an arrangement should be so; null where nobody knows.
alter table care_arrangement add column reason_language text check (reason_language in ('en', 'fr'));
