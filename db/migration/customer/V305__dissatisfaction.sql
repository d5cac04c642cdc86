-- Another fact Attune itself works out: from complaints, open and overdue cases and response times.
INSERT INTO customer_attribute VALUES
    ('dissatisfaction', 'category', 'Dissatisfaction', 'Insatisfaction', 'ordinary', true, 'derived', 'recent', 'none', true)
ON CONFLICT (key) DO NOTHING;
