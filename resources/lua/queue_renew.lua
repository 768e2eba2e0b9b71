-- KEYS[1] prefix  ARGV: id, token, lock time ms.  1 = still ours, 0 = lost.
local p, id = KEYS[1], ARGV[1]
if redis.call('HGET', p .. 'job:' .. id, 'token') ~= ARGV[2] then
    return 0
end
local t = redis.call('TIME')
redis.call('ZADD', p .. 'active', t[1] * 1000 + math.floor(t[2] / 1000) + tonumber(ARGV[3]), id)
return 1
