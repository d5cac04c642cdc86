-- Whoever follows signals in the order in which they were taken in.
CREATE INDEX customer_signal_received ON customer_signal (received_at);
