UPDATE sms_bulk SET state = 'canceled', updated_at = :at WHERE id = :id AND state = 'running';
