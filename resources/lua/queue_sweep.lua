-- KEYS[1] prefix  ARGV: max attempts.  Jobs whose worker let the lock run out go back in line; their number.
local p = KEYS[1]
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local stalled = redis.call('ZRANGEBYSCORE', p .. 'active', '-inf', now, 'LIMIT', 0, 100)
for _, id in ipairs(stalled) do
    local job = p .. 'job:' .. id
    redis.call('ZREM', p .. 'active', id)
    redis.call('HDEL', job, 'token')
    local attempt = tonumber(redis.call('HGET', job, 'attempt') or '0')
    if attempt >= tonumber(ARGV[1]) then
        redis.call('HSET', job, 'reason', 'stalled')
        redis.call('ZADD', p .. 'failed', now, id)
    elseif attempt > 0 then
        redis.call('RPUSH', p .. 'wait', id)
    end
end
if redis.call('LLEN', p .. 'wait') > 0 and redis.call('LLEN', p .. 'wake') == 0 then
    redis.call('LPUSH', p .. 'wake', '1')
end
return #stalled
