-- A new challenge, or the one its idempotency key named before.
-- KEYS: challenge prefix, idempotency key or ''
-- ARGV: now, lifetime, kept after it, id, fingerprint, flow, device, subject, sealed number, sealed code, mac,
--       how many sends its limits still allow, sends a challenge, checks a challenge
local now, keep = tonumber(ARGV[1]), tonumber(ARGV[2]) + tonumber(ARGV[3])
local left, maxSends, maxChecks = tonumber(ARGV[12]), tonumber(ARGV[13]), tonumber(ARGV[14])

if KEYS[2] ~= '' then
    local before = redis.call('HMGET', KEYS[2], 'id', 'fingerprint')
    if before[1] then
        if before[2] ~= ARGV[5] then return { 'mismatch' } end
        local c = load(KEYS[1] .. before[1])
        if c.flow then
            local status = standing(c, now, maxChecks)
            local answer = told(status == 'open' and 'again' or 'over', before[1], c, tonumber(c.left))
            if status == 'open' then redis.call('HDEL', KEYS[1] .. before[1], 'uncounted') end
            return answer
        end
    end
end

local id = ARGV[4]
local c = { flow = ARGV[6], device = ARGV[7], subject = ARGV[8], number = ARGV[9], code = ARGV[10], mac = ARGV[11],
    expires = tostring(now + tonumber(ARGV[2])), last_send = ARGV[1], sends = '1', checks = '0',
    left = tostring(math.min(left, maxSends - 1)) }
for field, value in pairs(c) do redis.call('HSET', KEYS[1] .. id, field, value) end
redis.call('PEXPIRE', KEYS[1] .. id, keep)
if KEYS[2] ~= '' then
    redis.call('HSET', KEYS[2], 'id', id, 'fingerprint', ARGV[5])
    redis.call('PEXPIRE', KEYS[2], keep)
end
return told('new', id, c, tonumber(c.left))
