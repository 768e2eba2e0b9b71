-- Hops along one index from anchor to anchor instead of numbering every row.
WITH RECURSIVE anchors (n, created_at, id) AS (
    SELECT CAST(0 AS BIGINT), CAST(:to AS BIGINT), CAST(0 AS BIGINT)
    UNION ALL
    SELECT a.n + :every, m.created_at, m.id
    FROM anchors AS a
    JOIN sms_messages AS m ON m.id = (
        SELECT x.id FROM sms_messages AS x
        WHERE (x.created_at, x.id) < (a.created_at, a.id)
--? number AND x.number_hash = :number_hash
--? state AND x.state = :state
--? from AND x.created_at >= :from
        ORDER BY x.created_at DESC, x.id DESC
        LIMIT 1 OFFSET :skip)
)
SELECT n, created_at, id FROM anchors WHERE n > 0 ORDER BY n;
