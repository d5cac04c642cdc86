-- Whoever moves the log tells all nodes how far it reaches, at the commit, in the words of their common channel (NodeMail: sender,
-- topic, words). Here and not where answers are written, so that no writer can forget it: imports and expiries tell as well.
CREATE FUNCTION history_tell_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('attune_mail', 'database log ' || NEW.position);
    RETURN NULL;
END $$;

CREATE TRIGGER history_head_told
    AFTER UPDATE ON history_head
    FOR EACH ROW EXECUTE FUNCTION history_tell_head();
