-- The walk of page.sql up to a limit, numbered: every n-th row of it and the last one.
SELECT n, id
FROM (
    SELECT row_number() OVER (ORDER BY id DESC) AS n, count(*) OVER () AS total, id
    FROM (
SELECT id
FROM sms_messages
WHERE id < :before AND id >= :from
--? by_number AND number_hash IN (:lead, :lead)
--? by_batch AND batch_id IN (:lead, :lead) AND batch_id <> ''
--? by_request AND request_id IN (:lead, :lead) AND request_id <> ''
--? by_reason AND reason IN (:lead, :lead) AND reason <> ''
--? by_state AND state IN (:lead, :lead)
--? by_template AND template IN (:lead, :lead)
--? by_purpose AND purpose IN (:lead, :lead)
--? by_gateway AND gateway IN (:lead, :lead)
--? and_batch AND batch_id || '' = :batch
--? and_request AND request_id || '' = :request
--? and_reason AND replace(:reason, ',' || reason || ',', '') <> :reason
--? and_state AND replace(:state, ',' || state || ',', '') <> :state
--? and_template AND replace(:template, ',' || template || ',', '') <> :template
--? and_purpose AND replace(:purpose, ',' || purpose || ',', '') <> :purpose
--? and_gateway AND replace(:gateway, ',' || gateway || ',', '') <> :gateway
ORDER BY
--? by_number number_hash DESC,
--? by_batch batch_id DESC,
--? by_request request_id DESC,
--? by_reason reason DESC,
--? by_state state DESC,
--? by_template template DESC,
--? by_purpose purpose DESC,
--? by_gateway gateway DESC,
    id DESC
LIMIT :limit
    ) AS walk
) AS numbered
WHERE n % :every = 0 OR n = total
ORDER BY n;
