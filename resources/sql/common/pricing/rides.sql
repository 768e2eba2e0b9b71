-- Read by place: see services/pricing/ride_reader.cpp.
SELECT
    id, started_at, ended_at, odometer_start, odometer_end, product, model, tier, pickup_zone, return_zone,
    package_hours
FROM pricing_rides
WHERE id > :after AND id <= :up_to
ORDER BY id
LIMIT :limit;
