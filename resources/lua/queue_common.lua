-- What every script of a queue shares. The layout is BullMQ's; KEYS[1] is the prefix of all keys, "<prefix>:<queue>:". A
-- prefix with a hash tag ("{bull}") keeps them in one slot of a Redis Cluster.
local call = redis.call
local P = KEYS[1]
local WAIT, ACTIVE, PRIORITIZED, DELAYED = P .. 'wait', P .. 'active', P .. 'prioritized', P .. 'delayed'
local META, MARKER, EVENTS, STALLED = P .. 'meta', P .. 'marker', P .. 'events', P .. 'stalled'

-- Tests give a time; everybody else gives 0 and means the server's, so that all programs share one clock.
local function clock(given)
    if given ~= '0' then
        return tonumber(given)
    end
    local t = call('TIME')
    return t[1] * 1000 + math.floor(t[2] / 1000)
end

local function emit(...)
    call('XADD', EVENTS, '*', 'event', ...)
end

local function trimEvents()
    local most = call('HGET', META, 'opts.maxLenEvents')
    if not most then
        most = 10000
        call('HSET', META, 'opts.maxLenEvents', most)
    end
    call('XTRIM', EVENTS, 'MAXLEN', '~', most)
end

-- Lua's stack takes some 8000 values at once.
local function inChunks(values, use)
    for from = 1, #values, 5000 do
        use(unpack(values, from, math.min(from + 4999, #values)))
    end
end

-- Paused, or as many active as may be: then nobody is to be woken.
local function isClosed()
    local meta = call('HMGET', META, 'paused', 'concurrency')
    return meta[1] or (meta[2] and call('LLEN', ACTIVE) >= tonumber(meta[2])) or false
end

local function markWork()
    call('ZADD', MARKER, 0, '0')
end

local function nextDue()
    local first = call('ZRANGE', DELAYED, 0, 0, 'WITHSCORES')
    return first[2] and math.floor(tonumber(first[2]) / 4096)
end

local function markDelay()
    local due = nextDue()
    if due then
        call('ZADD', MARKER, due, '1')
    end
end

local function priorityScore(priority)
    return priority * 4294967296 + call('INCR', P .. 'pc') % 4294967296
end

-- Into wait or prioritized; nobody is woken yet.
local function enqueue(id, priority, push)
    if priority > 0 then
        call('ZADD', PRIORITIZED, priorityScore(priority), id)
    else
        call(push, WAIT, id)
    end
end

-- To the front: what was taken and must be taken again first.
local function enqueueFront(id, priority)
    if priority > 0 then
        call('ZADD', PRIORITIZED, priority * 4294967296, id)
    else
        call('RPUSH', WAIT, id)
    end
end

-- Jobs due in the same millisecond keep their order by the low 12 bits.
local function addDelayed(id, due)
    local lowest, highest = due * 4096, due * 4096 + 4095
    local last = call('ZREVRANGEBYSCORE', DELAYED, highest, lowest, 'WITHSCORES', 'LIMIT', 0, 1)
    local score = last[2] and math.min(tonumber(last[2]) + 1, highest) or lowest
    call('ZADD', DELAYED, score, id)
    emit('delayed', 'jobId', id, 'delay', due)
end

local function promoteDue(now)
    local due = call('ZRANGEBYSCORE', DELAYED, 0, now * 4096 + 4095, 'LIMIT', 0, 1000)
    if #due == 0 then
        return
    end
    call('ZREM', DELAYED, unpack(due))
    for _, id in ipairs(due) do
        local priority = tonumber(call('HGET', P .. id, 'priority') or 0)
        enqueue(id, priority, 'LPUSH')
        emit('waiting', 'jobId', id, 'prev', 'delayed')
        call('HSET', P .. id, 'delay', 0)
    end
end

-- Takes jobs out of `active`; the set of those that were in it. The newest stand on the left, and most jobs are short:
-- few are looked for there one by one, for many the left end is written again without them.
local function leaveActive(ids)
    local left = {}
    if #ids < 8 then
        local isLong = call('LLEN', ACTIVE) > 512
        for _, id in ipairs(ids) do
            local isOld = isLong and not call('LPOS', ACTIVE, id, 'MAXLEN', 256)
            left[id] = call('LREM', ACTIVE, isOld and -1 or 1, id) == 1
        end
        return left
    end
    local wanted, rest = {}, {}
    for _, id in ipairs(ids) do
        wanted[id] = true
    end
    local newest = call('LRANGE', ACTIVE, 0, 63 + 4 * #ids)
    for i = #newest, 1, -1 do
        local id = newest[i]
        if wanted[id] then
            left[id] = true
        else
            rest[#rest + 1] = id
        end
    end
    call('LTRIM', ACTIVE, #newest, -1)
    inChunks(rest, function(...) call('LPUSH', ACTIVE, ...) end)
    for _, id in ipairs(ids) do
        left[id] = left[id] or call('LREM', ACTIVE, -1, id) == 1
    end
    return left
end

-- A job that owns a deduplication key gives it back when it ends or is removed.
local function freeDeduplication(id, deduplication)
    local key = P .. 'de:' .. deduplication
    if call('GET', key) == id then
        call('DEL', key)
    end
end

-- The hashes of jobs that stand nowhere any more, and all that hangs on them.
local function forget(ids)
    local keys = {}
    for i, id in ipairs(ids) do
        local job, k = P .. id, i * 6 - 5
        keys[k], keys[k + 1], keys[k + 2] = job, job .. ':logs', job .. ':dependencies'
        keys[k + 3], keys[k + 4], keys[k + 5] = job .. ':processed', job .. ':failed', job .. ':unsuccessful'
    end
    inChunks(keys, function(...) call('DEL', ...) end)
end

-- The same for jobs that did not end by themselves.
local function forgetUnfinished(ids)
    for _, id in ipairs(ids) do
        local deduplication = call('HGET', P .. id, 'deid')
        if deduplication then
            freeDeduplication(id, deduplication)
        end
    end
    forget(ids)
end
