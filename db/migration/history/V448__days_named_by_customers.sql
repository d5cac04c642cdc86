-- A decision reads what a customer was shown in the last 400 days, and older offers of which a day was named that is still to come.
-- Each of the two finds its rows by an index; asked as one with OR, every offer the customer was ever shown was read.
CREATE INDEX history_offer_again ON history_offer (customer_id, again) WHERE again IS NOT NULL;
