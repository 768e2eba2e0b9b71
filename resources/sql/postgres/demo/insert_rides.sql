-- :rows is a JSON array of arrays, so that thousands go in one statement.
INSERT INTO pricing_rides (
    id, vehicle, product, model, tier, pickup_zone, return_zone, package_hours, started_at, ended_at, odometer_start,
    odometer_end, battery_start, battery_end, config_id, due)
SELECT
    (item ->> 0)::bigint, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6,
    (item ->> 7)::integer, (item ->> 8)::bigint, (item ->> 9)::bigint, (item ->> 10)::bigint, (item ->> 11)::bigint,
    (item ->> 12)::integer, (item ->> 13)::integer, (item ->> 14)::bigint, (item ->> 15)::bigint
FROM jsonb_array_elements(:rows::jsonb) AS item;
