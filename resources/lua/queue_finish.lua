-- KEYS[1] prefix  ARGV: id, token, outcome (done, retry, failed, release), reason, max attempts, backoff ms.
-- What became of it: done, delayed, failed, waiting; "lost" if the lock was no longer ours, and nothing changed.
local p, id, outcome = KEYS[1], ARGV[1], ARGV[3]
local job = p .. 'job:' .. id
if redis.call('HGET', job, 'token') ~= ARGV[2] then
    return 'lost'
end
redis.call('ZREM', p .. 'active', id)
if outcome == 'done' then
    redis.call('DEL', job)
    return 'done'
end
redis.call('HDEL', job, 'token')
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local woken = outcome == 'release' or outcome == 'retry'
if woken and redis.call('LLEN', p .. 'wake') == 0 then
    redis.call('LPUSH', p .. 'wake', '1')
end
if outcome == 'release' then -- first in line again, and the attempt did not count
    redis.call('HINCRBY', job, 'attempt', -1)
    redis.call('RPUSH', p .. 'wait', id)
    return 'waiting'
end
local attempt = tonumber(redis.call('HGET', job, 'attempt'))
if outcome == 'retry' and attempt < tonumber(ARGV[5]) then
    redis.call('ZADD', p .. 'delayed', now + tonumber(ARGV[6]) * 2 ^ (attempt - 1), id)
    return 'delayed'
end
redis.call('HSET', job, 'reason', ARGV[4])
redis.call('ZADD', p .. 'failed', now, id)
-- The newest 1000 are kept for a person to look at.
for _, old in ipairs(redis.call('ZRANGE', p .. 'failed', 0, -1001)) do
    redis.call('DEL', p .. 'job:' .. old)
    redis.call('ZREM', p .. 'failed', old)
end
return 'failed'
