-- KEYS: token   ARGV: how long Redis keeps it, then field names and values
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
