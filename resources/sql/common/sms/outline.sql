SELECT n, created_at, id
FROM (
    SELECT row_number() OVER (ORDER BY created_at DESC, id DESC) AS n, created_at, id
    FROM sms_messages
    WHERE created_at < :to
--? number AND number_hash = :number_hash
--? states AND :states LIKE '%,' || state || ',%'
--? from AND created_at >= :from
) AS numbered
WHERE n % :every = 0
ORDER BY n;
