SELECT count(*) AS total
FROM sms_messages
WHERE created_at < :to
--? number AND number_hash = :number_hash
--? state AND state = :state
--? states AND :states LIKE '%,' || state || ',%'
--? from AND created_at >= :from
;
