UPDATE sms_replies SET number_hash = :pseudonym, number_masked = substr(number_masked, 1, 4) || '••••••' WHERE id = :id;
