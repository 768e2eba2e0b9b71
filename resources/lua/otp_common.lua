-- Put in front of every otp_*.lua. Times are milliseconds of the caller's clock, never of Redis.
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
        'last_send', c.last_send, 'sends', c.sends, 'checks', c.checks, 'left', tostring(left),
        'uncounted', c.uncounted or '' }
end
