-- ARGV: state, made or finished before (ms), at most, offset.  Removes jobs of a state by age: {removed, looked at}.
local state, before, most, offset = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local old, seen = {}, 0
local function isOld(id)
    local made = call('HGET', P .. id, 'timestamp')
    return not made or tonumber(made) <= before
end
if state == 'completed' or state == 'failed' then
    old = call('ZRANGEBYSCORE', P .. state, '-inf', before, 'LIMIT', 0, most)
    seen = #old
    inChunks(old, function(...) call('ZREM', P .. state, ...) end)
elseif state == 'delayed' or state == 'prioritized' then
    local ids = call('ZRANGE', P .. state, offset, offset + most - 1)
    seen = #ids
    for _, id in ipairs(ids) do
        if isOld(id) then
            old[#old + 1] = id
        end
    end
    inChunks(old, function(...) call('ZREM', P .. state, ...) end)
else
    -- The oldest stand on the right. What goes is overwritten first, so that the list is rebuilt once.
    local ids = call('LRANGE', WAIT, -offset - most, -offset - 1)
    seen = #ids
    for i, id in ipairs(ids) do
        if isOld(id) then
            call('LSET', WAIT, -offset - seen + i - 1, '')
            old[#old + 1] = id
        end
    end
    if #old > 0 then
        call('LREM', WAIT, 0, '')
    end
end
forgetUnfinished(old)
if #old > 0 then
    emit('cleaned', 'count', #old)
end
return {#old, seen}
