SELECT n, id
FROM (
    SELECT row_number() OVER (ORDER BY id DESC) AS n, id
    FROM sms_messages
    WHERE id < :to
--? number AND number_hash = :number_hash
--? states AND :states LIKE '%,' || state || ',%'
--? from AND id >= :from
) AS numbered
WHERE n % :every = 0
ORDER BY n;
