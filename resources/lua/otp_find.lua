-- The challenge that an idempotency key named before, and whether the device has proven the number.
-- KEYS: challenge prefix, idempotency key or '', known device   ARGV: now, fingerprint, checks a challenge
local known = tostring(redis.call('EXISTS', KEYS[3]))
if KEYS[2] ~= '' then
    local before = redis.call('HMGET', KEYS[2], 'id', 'fingerprint')
    if before[1] then
        if before[2] ~= ARGV[2] then return { 'mismatch' } end
        local c = load(KEYS[1] .. before[1])
        if c.flow then
            local status = standing(c, tonumber(ARGV[1]), tonumber(ARGV[3]))
            local answer = told(status == 'open' and 'again' or 'over', before[1], c, tonumber(c.left))
            answer[#answer + 1], answer[#answer + 2] = 'known', known
            return answer
        end
    end
end
return { 'none', 'known', known }
