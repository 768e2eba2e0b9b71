-- One check: counted first, then compared, and a right code is used up here.
-- Comparing two HMACs of a secret key need not take constant time: who can time it learns nothing of the code.
-- KEYS: challenge, known device   ARGV: now, device, mac, checks a challenge, how long a device stays known
local c = load(KEYS[1])
if not c.flow or c.device ~= ARGV[2] then return { 'unknown' } end
local maxChecks = tonumber(ARGV[4])
local status = standing(c, tonumber(ARGV[1]), maxChecks)
if status ~= 'open' then return { status } end
local checks = redis.call('HINCRBY', KEYS[1], 'checks', 1)
if c.mac ~= ARGV[3] then return { 'wrong', tostring(maxChecks - checks) } end
redis.call('HSET', KEYS[1], 'used', ARGV[1])
redis.call('HDEL', KEYS[1], 'code', 'mac')
redis.call('SET', KEYS[2], '1', 'PX', ARGV[5])
return { 'right', c.flow, c.number }
