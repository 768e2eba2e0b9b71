SELECT count(*) AS total
FROM sms_messages
WHERE id < :to
--? number AND number_hash = :number_hash
--? state AND state = :state
--? states AND :states LIKE '%,' || state || ',%'
--? from AND id >= :from
;
