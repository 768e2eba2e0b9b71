INSERT INTO pricing_rides (
    id, vehicle, product, model, tier, pickup_zone, return_zone, package_hours, started_at, ended_at, odometer_start,
    odometer_end, battery_start, battery_end, config_id, due)
VALUES (
    :id, :vehicle, :product, :model, :tier, :pickup_zone, :return_zone, :package_hours, :started_at, :ended_at,
    :odometer_start, :odometer_end, :battery_start, :battery_end, :config_id, :due);
