-- KEYS[1] prefix  ARGV: token, lock time ms.  {id, data, attempt}, or {ms until the next delayed job is due} (-1 = none).
local p = KEYS[1]
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'delayed', '-inf', now, 'LIMIT', 0, 100)) do
    redis.call('ZREM', p .. 'delayed', id)
    redis.call('LPUSH', p .. 'wait', id)
end
local id = redis.call('RPOP', p .. 'wait')
-- An id without a job is what an operator's DEL leaves.
while id and redis.call('EXISTS', p .. 'job:' .. id) == 0 do
    id = redis.call('RPOP', p .. 'wait')
end
if not id then
    local next = redis.call('ZRANGE', p .. 'delayed', 0, 0, 'WITHSCORES')
    if #next == 0 then
        return {-1}
    end
    return {math.max(1, tonumber(next[2]) - now)}
end
local job = p .. 'job:' .. id
local attempt = redis.call('HINCRBY', job, 'attempt', 1)
redis.call('HSET', job, 'token', ARGV[1])
redis.call('ZADD', p .. 'active', now + tonumber(ARGV[2]), id)
if redis.call('LLEN', p .. 'wait') > 0 and redis.call('LLEN', p .. 'wake') == 0 then
    redis.call('LPUSH', p .. 'wake', '1')
end
return {id, redis.call('HGET', job, 'data'), attempt}
