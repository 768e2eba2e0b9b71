-- Ends what is over and forgets whom nothing is kept of any more, some at each turn; keeps the time beside a clock of the
-- caller's machine that nobody can set, so that an engine that starts later knows how much has gone by.
-- KEYS: the clock   ARGV: server's time, expected now, tolerated difference; the caller's start of its machine; ms since
-- that.   Answers now and 1 if all was done.
local MOST, HOSTS = 500, 32
local boot, since_boot = 'h:' .. ARGV[4], tonumber(ARGV[5])
local expected, tolerated = tonumber(ARGV[2]), tonumber(ARGV[3])
if expected == 0 then
    local left = redis.call('HGET', CLOCK, boot)
    if left then
        local at, then_now = string.match(left, '^(%d+):(%d+)$')
        if since_boot >= tonumber(at) then
            local gone = since_boot - tonumber(at)
            expected, tolerated = tonumber(then_now) + gone, math.min(500, math.floor(gone / 10000))
        end
    end
end
local now = clock(tonumber(ARGV[1]), expected, tolerated)
if redis.call('HLEN', CLOCK) > HOSTS then
    local offset = redis.call('HGET', CLOCK, 'offset')
    redis.call('DEL', CLOCK)
    if offset then redis.call('HSET', CLOCK, 'offset', offset) end
end
redis.call('HSET', CLOCK, boot, whole(since_boot) .. ':' .. whole(expected > 0 and expected or now))

local ended = redis.call('ZRANGEBYSCORE', ENDS, '-inf', whole(now), 'LIMIT', 0, MOST)
for _, member in ipairs(ended) do
    local kind, policy, id = parts_of(member)
    unlist_block(kind, policy, id, redis.call('HGET', P .. 's:' .. id, 'o'))
end
local over = redis.call('ZRANGEBYSCORE', EXPIRY, '-inf', whole(now), 'LIMIT', 0, MOST)
for _, id in ipairs(over) do redis.call('UNLINK', P .. 's:' .. id) end
if #over > 0 then redis.call('ZREM', EXPIRY, unpack(over)) end
return { now, (#ended < MOST and #over < MOST) and 1 or 0 }
