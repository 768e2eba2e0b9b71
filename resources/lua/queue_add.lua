-- KEYS[1] prefix  ARGV: id, data, delay ms.  1 = added, 0 = it was queued already. A failed job of this id starts anew.
local p, id = KEYS[1], ARGV[1]
local job = p .. 'job:' .. id
if redis.call('EXISTS', job) == 1 and not redis.call('ZSCORE', p .. 'failed', id) then
    return 0
end
redis.call('ZREM', p .. 'failed', id)
redis.call('DEL', job)
redis.call('HSET', job, 'data', ARGV[2], 'attempt', 0)
local delay = tonumber(ARGV[3])
if delay > 0 then
    local t = redis.call('TIME')
    redis.call('ZADD', p .. 'delayed', t[1] * 1000 + math.floor(t[2] / 1000) + delay, id)
else
    redis.call('LPUSH', p .. 'wait', id)
end
-- One mark wakes one worker, which leaves another if there is more to do.
if redis.call('LLEN', p .. 'wake') == 0 then
    redis.call('LPUSH', p .. 'wake', '1')
end
return 1
