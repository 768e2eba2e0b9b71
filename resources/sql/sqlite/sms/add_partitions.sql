-- One table holds all months.
SELECT 0 AS made WHERE :from_at <= :until_at;
