-- ARGV: now, delay ms, ids.  Delayed jobs get another time. Each: 'done', 'not-found' or 'wrong-state'.
local now, delay = clock(ARGV[1]), tonumber(ARGV[2])
local answer = {}
for i = 3, #ARGV do
    local id = ARGV[i]
    if call('ZREM', DELAYED, id) == 1 then
        call('HSET', P .. id, 'delay', delay)
        addDelayed(id, now + delay)
        answer[i - 2] = 'done'
    else
        answer[i - 2] = call('EXISTS', P .. id) == 1 and 'wrong-state' or 'not-found'
    end
end
markDelay()
return answer
