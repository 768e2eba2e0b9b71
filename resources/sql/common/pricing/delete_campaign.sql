DELETE FROM pricing_campaigns WHERE id = :id AND state = 'draft'
