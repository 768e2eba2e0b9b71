-- ARGV: at most.  What is wrong with a queue at this instant, two values each: what, and the job or key. Looks at every key
-- of the queue in one go, so it stops Redis for about a second a million jobs.
local faults, most = {}, tonumber(ARGV[1])
local function fault(what, subject)
    if #faults < most * 2 then
        faults[#faults + 1] = what
        faults[#faults + 1] = subject
    end
end
local place = {}
local function stands(name, ids)
    for _, id in ipairs(ids) do
        if place[id] then
            fault('stands in ' .. place[id] .. ' and in ' .. name, id)
        end
        place[id] = name
    end
end
for _, name in ipairs({'wait', 'active', 'paused'}) do
    stands(name, call('LRANGE', P .. name, 0, -1))
end
for _, name in ipairs({'prioritized', 'delayed', 'completed', 'failed', 'waiting-children'}) do
    stands(name, call('ZRANGE', P .. name, 0, -1))
end
for id, name in pairs(place) do
    local job = P .. id
    if call('EXISTS', job) == 0 then
        fault('stands in ' .. name .. ' but has no data', id)
    end
    if name ~= 'active' and call('EXISTS', job .. ':lock') == 1 then
        fault('is locked though it is in ' .. name, id)
    end
end
for _, id in ipairs(call('SMEMBERS', STALLED)) do
    if place[id] ~= 'active' then
        fault('is marked as stalling though it is not active', id)
    end
end
for _, key in ipairs({'stalled-check', 'limiter', 'wemo:gcra'}) do
    if call('PTTL', P .. key) == -1 then
        fault('never expires', key)
    end
end
local marker = call('ZRANGE', MARKER, 0, -1)
for _, member in ipairs(marker) do
    if member ~= '0' and member ~= '1' then
        fault('unknown marker', member)
    end
end
-- A glob's own signs in the prefix must stand for themselves.
local pattern = string.gsub(P, '[%*%?%[%]\\]', '\\%0') .. '*'
local cursor = '0'
repeat
    local page = call('SCAN', cursor, 'MATCH', pattern, 'COUNT', 1000)
    cursor = page[1]
    for _, key in ipairs(page[2]) do
        local rest = string.sub(key, #P + 1)
        local id, part = string.match(rest, '^([^:]+):(%a+)$')
        if part == 'lock' then
            if call('PTTL', key) == -1 then
                fault('has a lock that never expires', id)
            end
            if not place[id] then
                fault('is locked but stands nowhere', id)
            end
        elseif part == 'logs' then
            if not place[id] then
                fault('has logs but stands nowhere', id)
            end
        elseif not string.find(rest, ':') and rest ~= 'meta' and not place[rest] and call('TYPE', key).ok == 'hash' and
            call('HEXISTS', key, 'opts') == 1 then
            fault('has data but stands nowhere', rest)
        end
    end
until cursor == '0'
return faults
