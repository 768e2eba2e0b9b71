-- :rows is a JSON array of arrays, so that thousands go in one statement.
INSERT INTO pricing_rides (
    id, vehicle, product, model, tier, pickup_zone, return_zone, package_hours, started_at, ended_at, odometer_start,
    odometer_end, battery_start, battery_end, config_id, due)
SELECT
    item.value ->> 0, item.value ->> 1, item.value ->> 2, item.value ->> 3, item.value ->> 4, item.value ->> 5,
    item.value ->> 6, item.value ->> 7, item.value ->> 8, item.value ->> 9, item.value ->> 10, item.value ->> 11,
    item.value ->> 12, item.value ->> 13, item.value ->> 14, item.value ->> 15
FROM json_each(:rows) AS item;
