UPDATE sms_messages SET body_sealed = :body WHERE id = :id;
