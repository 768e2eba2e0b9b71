-- Hops along one index from anchor to anchor instead of numbering every row.
WITH RECURSIVE anchors (n, id) AS (
    SELECT CAST(0 AS BIGINT), CAST(:to AS BIGINT)
    UNION ALL
    SELECT a.n + :every, m.id
    FROM anchors AS a
    JOIN sms_messages AS m ON m.id = (
        SELECT x.id FROM sms_messages AS x
        WHERE x.id < a.id
--? number AND x.number_hash = :number_hash
--? state AND x.state = :state
--? from AND x.id >= :from
        ORDER BY x.id DESC
        LIMIT 1 OFFSET :skip)
)
SELECT n, id FROM anchors WHERE n > 0 ORDER BY n;
