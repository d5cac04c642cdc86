-- Supervisors read the latest conversations, and how often each code was set.
create index interaction_closed on interaction_interaction (closed_at desc) where state = 'closed';
create index interaction_wrapup_finished on interaction_wrapup (finished_at) where code is not null;
