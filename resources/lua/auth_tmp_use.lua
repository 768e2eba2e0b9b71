-- Ends a tmp token: 1 for the one caller that did it, 0 for all others.
-- KEYS: token   ARGV: now
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
return redis.call('HSETNX', KEYS[1], 'used', ARGV[1])
