UPDATE sms_replies SET text_sealed = :nothing WHERE id >= :from AND id < :to AND length(text_sealed) > 0;
