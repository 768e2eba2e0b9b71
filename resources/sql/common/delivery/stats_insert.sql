INSERT INTO sms_stats (grain, dimension, at, key, asked, accepted, delivered, undelivered, canceled, unknown,
    still_open, codes, verified, cost, to_delivery)
VALUES (:grain, :dimension, :at, :key, :asked, :accepted, :delivered, :undelivered, :canceled, :unknown,
    :still_open, :codes, :verified, :cost, :to_delivery);
