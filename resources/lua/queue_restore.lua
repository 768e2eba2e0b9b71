-- KEYS[2]: what queue_keep kept. ARGV: jobs at most.  Puts jobs back where they were, the last first, and forgets what it used;
-- {taken from the list, put back}. A job that has moved on meanwhile is left alone.
local taken = call('RPOP', KEYS[2], tonumber(ARGV[1]) * 2) or {}
local done, woken = 0, false

-- What waited waits at the front again: it was there before all that waits now.
local function stand(id, place, score)
    if place == 'wait' then
        call('RPUSH', WAIT, id)
    else
        call('ZADD', P .. place, score, id)
    end
    if place == 'delayed' then
        emit('delayed', 'jobId', id, 'delay', string.format('%.0f', math.floor(tonumber(score) / 4096)))
    elseif place == 'wait' or place == 'prioritized' then
        emit('waiting', 'jobId', id)
        woken = true
    end
end

local function leaveLine(id)
    return call('ZREM', PRIORITIZED, id) == 1 or call('LREM', WAIT, 1, id) == 1
end

local undo = {}
function undo.remove(id, place, score, fields, logs)
    if call('EXISTS', P .. id) == 1 then
        return false
    end
    call('HSET', P .. id, unpack(fields))
    inChunks(logs, function(...) call('RPUSH', P .. id .. ':logs', ...) end)
    stand(id, place, score)
    return true
end
function undo.promote(id, place, score, fields)
    if place ~= 'delayed' or not leaveLine(id) then
        return false
    end
    call('HSET', P .. id, 'delay', fields[1] or 0)
    stand(id, place, score)
    return true
end
function undo.delay(id, place, score, fields)
    if place ~= 'delayed' or not call('ZSCORE', DELAYED, id) then
        return false
    end
    call('HSET', P .. id, 'delay', fields[1] or 0)
    stand(id, place, score)
    return true
end
function undo.priority(id, place, score, fields)
    if place == 'delayed' and not call('ZSCORE', DELAYED, id) or place ~= 'delayed' and not leaveLine(id) then
        return false
    end
    call('HSET', P .. id, 'priority', fields[2] or 0)
    if place ~= 'delayed' then
        stand(id, place, score)
    end
    return true
end

for i = 1, #taken, 2 do
    -- Popped from the end: the id comes before what was kept of it.
    local kind, id, place, score, fields, logs = unpack(cmsgpack.unpack(taken[i + 1]))
    if undo[kind](id, place, score, fields, logs) then
        done = done + 1
    end
end
markDelay()
if woken and not isClosed() then
    markWork()
end
return {#taken / 2, done}
