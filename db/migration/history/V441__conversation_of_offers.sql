-- Contact rules count conversations: each offer says which one it was made in, so that a customer's past is read from one table.
ALTER TABLE history_offer ADD COLUMN interaction_id uuid;
UPDATE history_offer o SET interaction_id = d.interaction_id
FROM history_decision d WHERE d.id = o.decision_id AND d.interaction_id IS NOT NULL;
