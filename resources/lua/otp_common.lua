-- Put in front of every otp_*.lua. Times are milliseconds of the caller's clock, never of Redis.
local HOUR, DAY = 3600000, 86400000

-- How long until one more send fits in the window, and how many still fit.
local function window(key, now, span, limit)
    local count = redis.call('ZCOUNT', key, '(' .. (now - span), '+inf')
    if count < limit then return 0, limit - count end
    local oldest = redis.call('ZREVRANGE', key, limit - 1, limit - 1, 'WITHSCORES')
    return tonumber(oldest[2]) + span - now, 0
end

-- The sends of a number and, unless the device has proven it before, of a requester to that number.
-- keys: number, device, requester, known; limits: hour, day, requester hour, requester day
local function room(keys, now, limits)
    local windows
    if redis.call('EXISTS', keys.known) == 1 then
        windows = { { keys.device, HOUR, limits[1] }, { keys.device, DAY, limits[2] } }
    else
        windows = { { keys.number, HOUR, limits[1] }, { keys.number, DAY, limits[2] },
            { keys.requester, HOUR, limits[3] }, { keys.requester, DAY, limits[4] } }
    end
    local wait, left = 0, math.huge
    for _, w in ipairs(windows) do
        local thisWait, thisLeft = window(w[1], now, w[2], w[3])
        wait, left = math.max(wait, thisWait), math.min(left, thisLeft)
    end
    return wait, left
end

local function count(keys, now, member)
    local counted = { keys.number, keys.requester }
    if redis.call('EXISTS', keys.known) == 1 then counted = { keys.device } end
    for _, key in ipairs(counted) do
        redis.call('ZREMRANGEBYSCORE', key, '-inf', now - DAY)
        redis.call('ZADD', key, now, member)
        redis.call('PEXPIRE', key, DAY)
    end
end

-- "open", or why its code is worth nothing any more.
local function standing(c, now, maxChecks)
    if c.used then return 'used' end
    if now >= tonumber(c.expires) then return 'expired' end
    if tonumber(c.checks) >= maxChecks then return 'locked' end
    return 'open'
end

local function load(key)
    local flat, c = redis.call('HGETALL', key), {}
    for i = 1, #flat, 2 do c[flat[i]] = flat[i + 1] end
    return c
end

-- Field names and values, for the caller's decoder.
local function told(status, id, c, left)
    return { status, 'id', id, 'flow', c.flow, 'number', c.number, 'code', c.code or '', 'expires', c.expires,
        'last_send', c.last_send, 'sends', c.sends, 'checks', c.checks, 'left', tostring(left) }
end
