UPDATE sms_messages SET number_hash = :pseudonym, number_sealed = :nothing, number_masked = prefix || '••••••'
WHERE id = :id;
