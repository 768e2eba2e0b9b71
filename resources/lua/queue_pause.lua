-- ARGV: 'paused' or 'resumed'.  Jobs that a BullMQ 5 left in its list of the paused and that are still to be moved.
local left = 0
if ARGV[1] == 'paused' then
    call('HSET', META, 'paused', 1)
    call('DEL', MARKER)
else
    call('HDEL', META, 'paused')
    local old = call('LRANGE', P .. 'paused', 0, 999)
    if #old > 0 then
        call('RPUSH', WAIT, unpack(old))
        call('LTRIM', P .. 'paused', #old, -1)
        left = call('LLEN', P .. 'paused')
    end
    if call('LLEN', WAIT) + call('ZCARD', PRIORITIZED) > 0 then
        markWork()
    end
    markDelay()
end
emit(ARGV[1])
return left
