-- A new challenge, or the one its idempotency key named before.
-- KEYS: challenge prefix, idempotency key or '', sends of the number, of the device, of the requester, known device
-- ARGV: now, lifetime, kept after it, id, fingerprint, flow, device, subject, sealed number, sealed code, mac,
--       number hour, number day, requester hour, requester day, sends a challenge, checks a challenge
local now, keep = tonumber(ARGV[1]), tonumber(ARGV[2]) + tonumber(ARGV[3])
local keys = { number = KEYS[3], device = KEYS[4], requester = KEYS[5], known = KEYS[6] }
local limits = { tonumber(ARGV[12]), tonumber(ARGV[13]), tonumber(ARGV[14]), tonumber(ARGV[15]) }
local maxSends, maxChecks = tonumber(ARGV[16]), tonumber(ARGV[17])

if KEYS[2] ~= '' then
    local before = redis.call('HMGET', KEYS[2], 'id', 'fingerprint')
    if before[1] then
        if before[2] ~= ARGV[5] then return { 'mismatch' } end
        local c = load(KEYS[1] .. before[1])
        if c.flow then
            local status = standing(c, now, maxChecks)
            -- Counted again where a failed send had been taken back; the same member counts once.
            if status == 'open' then count(keys, tonumber(c.last_send), before[1] .. ':' .. c.sends) end
            local _, left = room(keys, now, limits)
            return told(status == 'open' and 'again' or 'over', before[1], c,
                math.min(left, maxSends - tonumber(c.sends)))
        end
    end
end

local wait, left = room(keys, now, limits)
if wait > 0 then return { 'limited', tostring(wait) } end

local id = ARGV[4]
local c = { flow = ARGV[6], device = ARGV[7], subject = ARGV[8], number = ARGV[9], code = ARGV[10], mac = ARGV[11],
    expires = tostring(now + tonumber(ARGV[2])), last_send = ARGV[1], sends = '1', checks = '0' }
for field, value in pairs(c) do redis.call('HSET', KEYS[1] .. id, field, value) end
redis.call('PEXPIRE', KEYS[1] .. id, keep)
count(keys, now, id .. ':1')
if KEYS[2] ~= '' then
    redis.call('HSET', KEYS[2], 'id', id, 'fingerprint', ARGV[5])
    redis.call('PEXPIRE', KEYS[2], keep)
end
return told('new', id, c, math.min(left - 1, maxSends - 1))
