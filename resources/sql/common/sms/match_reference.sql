SELECT id FROM sms_messages WHERE id = :reference AND number_hash = :number_hash AND batch_id = '';
