DELETE FROM pricing_intervals WHERE id = :id AND state = 'draft'
