-- Counts one attempt under each of KEYS. ARGV: window in ms, then a limit for each key.
-- Answers 0, or the milliseconds to wait where a limit is passed.
local wait = 0
for i, key in ipairs(KEYS) do
    local count = redis.call('INCR', key)
    if count == 1 then
        redis.call('PEXPIRE', key, ARGV[1])
    end
    if count > tonumber(ARGV[i + 1]) then
        local left = redis.call('PTTL', key)
        if left < 0 then -- never without an end, whatever happened before
            redis.call('PEXPIRE', key, ARGV[1])
            left = tonumber(ARGV[1])
        end
        wait = math.max(wait, left, 1)
    end
end
return wait
