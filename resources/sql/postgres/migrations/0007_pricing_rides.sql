-- Past rides, as the rent service reports them: what a price change is measured against. They never change.
CREATE TABLE pricing_rides (
    id             BIGINT PRIMARY KEY,  -- sorts by the ride's end
    vehicle        TEXT NOT NULL,
    product        TEXT NOT NULL,
    model          TEXT NOT NULL,
    tier           TEXT NOT NULL,
    pickup_zone    TEXT NOT NULL,
    return_zone    TEXT NOT NULL,
    package_hours  INTEGER NOT NULL, -- 0 = none
    started_at     BIGINT NOT NULL,
    ended_at       BIGINT NOT NULL CHECK (ended_at >= started_at),
    odometer_start BIGINT NOT NULL, -- metres
    odometer_end   BIGINT NOT NULL CHECK (odometer_end >= odometer_start),
    battery_start  INTEGER NOT NULL CHECK (battery_start BETWEEN 0 AND 100), -- percent
    battery_end    INTEGER NOT NULL CHECK (battery_end BETWEEN 0 AND 100),
    config_id      BIGINT NOT NULL, -- what it was priced by
    due            BIGINT NOT NULL CHECK (due >= 0) -- whole TWD, before passes, codes and credit
);
