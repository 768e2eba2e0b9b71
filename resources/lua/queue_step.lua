-- A worker's one call: it tells what ended and takes what comes next.
-- ARGV: now, lock ms, worker id, number of this step, take at most, worker name, minutes of metrics kept, number of
-- ended jobs, then 10 an ended job: id, token, outcome, text, stack trace, attempts made, delay ms, keep count, keep age
-- (s; '' = everything is kept), deduplication id.
-- Answers: {per ended job 1 or 0 = the lock was not ours any more and nothing was changed}, {per taken job: its fields and
-- values in turn, then its id}, ms until a delayed job is due or -1, ms until the limit lets one pass or 0, now.
local now, lockTime, claim, worker = clock(ARGV[1]), ARGV[2], tonumber(ARGV[5]), ARGV[6]
local ended = tonumber(ARGV[8])
local nowText = string.format('%.0f', now) -- Redis prints a Lua number slowly, and here it would for every job
local token = ARGV[3] .. ':' .. ARGV[4] -- of all locks this step takes

local told = {}
local kept = {completed = {}, failed = {}} -- by keep count and age: one clean-up for all that agree
local finished = {completed = {}, failed = {}} -- score and id in turn: one ZADD
local count = {completed = 0, failed = 0}
local unkept = {}
local delayed = false

local function countMetrics(kind, count, most)
    local key = P .. 'metrics:' .. kind
    local before = call('HINCRBY', key, 'count', count) - count
    local last = call('HMGET', key, 'prevTS', 'prevCount')
    if not last[1] then
        call('HSET', key, 'prevTS', now, 'prevCount', 0)
        return
    end
    local minutes = math.min(math.floor(now / 60000) - math.floor(last[1] / 60000), most)
    if minutes <= 0 then
        return
    end
    local points = {before - last[2]}
    for i = 2, minutes do
        points[i] = 0
    end
    inChunks(points, function(...) call('LPUSH', key .. ':data', ...) end)
    call('LTRIM', key .. ':data', 0, most - 1)
    call('HSET', key, 'prevCount', before, 'prevTS', now)
end

local function cleanUp(kind, count, age)
    local set = P .. kind
    if age ~= '' then
        local old = call('ZRANGEBYSCORE', set, '-inf', now - tonumber(age) * 1000, 'LIMIT', 0, 1000)
        if #old > 0 then
            forget(old)
            call('ZREM', set, unpack(old))
        end
    end
    if count ~= '' then
        local over = math.min(call('ZCARD', set) - tonumber(count), 1000)
        if over > 0 then
            local old = call('ZRANGE', set, 0, over - 1)
            forget(old)
            call('ZREM', set, unpack(old))
        end
    end
end

local function finishJob(id, outcome, text, stack, made, exhausted, keepCount, keepAge, deduplication)
    local field = outcome == 'completed' and 'returnvalue' or 'failedReason'
    count[outcome] = count[outcome] + 1
    if deduplication ~= '' then
        freeDeduplication(id, deduplication)
    end
    if keepCount == '0' then
        unkept[#unkept + 1] = id
    else
        if outcome == 'failed' then
            call('HSET', P .. id, field, text, 'finishedOn', nowText, 'atm', made, 'stacktrace', stack)
            call('HDEL', P .. id, 'defa')
        else
            call('HSET', P .. id, field, text, 'finishedOn', nowText, 'atm', made)
        end
        local set = finished[outcome]
        set[#set + 1] = nowText
        set[#set + 1] = id
        if keepCount ~= '' or keepAge ~= '' then
            kept[outcome][keepCount .. '/' .. keepAge] = {keepCount, keepAge}
        end
    end
    emit(outcome, 'jobId', id, field, text, 'prev', 'active')
    if exhausted then
        emit('retries-exhausted', 'jobId', id, 'attemptsMade', made)
    end
end

local function putBack(id, outcome, text, stack, made, delay)
    local job = P .. id
    if outcome == 'release' then
        enqueueFront(id, tonumber(call('HGET', job, 'priority') or 0))
    else
        call('HSET', job, 'atm', made, 'failedReason', text, 'stacktrace', stack, 'delay', delay)
        if delay > 0 then
            addDelayed(id, now + delay)
            delayed = true
            return
        end
        enqueue(id, tonumber(call('HGET', job, 'priority') or 0), 'LPUSH')
    end
    emit('waiting', 'jobId', id, 'prev', 'active')
end

if ended > 0 then
    trimEvents()
    local lockKeys, locks, ours, ids, freed = {}, {}, {}, {}, {}
    for i = 1, ended do
        lockKeys[i] = P .. ARGV[10 * i - 1] .. ':lock'
    end
    for from = 1, ended, 5000 do
        for _, lock in ipairs(call('MGET', unpack(lockKeys, from, math.min(from + 4999, ended)))) do
            locks[#locks + 1] = lock
        end
    end
    for i = 1, ended do
        ours[i] = locks[i] == ARGV[10 * i]
        if ours[i] then
            ids[#ids + 1] = ARGV[10 * i - 1]
            freed[#freed + 1] = lockKeys[i]
        end
    end
    local left = leaveActive(ids)
    inChunks(freed, function(...) call('DEL', ...) end)
    inChunks(ids, function(...) call('SREM', STALLED, ...) end)
    for i = 1, ended do
        local a = 10 * i - 1
        local id, outcome = ARGV[a], ARGV[a + 2]
        told[i] = ours[i] and left[id] and 1 or 0
        if told[i] == 1 and (outcome == 'completed' or outcome == 'failed') then
            finishJob(id, outcome, ARGV[a + 3], ARGV[a + 4], ARGV[a + 5], ARGV[a + 6] == 'exhausted', ARGV[a + 7],
                      ARGV[a + 8], ARGV[a + 9])
        elseif told[i] == 1 then
            putBack(id, outcome, ARGV[a + 3], ARGV[a + 4], ARGV[a + 5], tonumber(ARGV[a + 6]))
        end
    end
    if #unkept > 0 then
        forget(unkept)
    end
    for kind, rules in pairs(kept) do
        inChunks(finished[kind], function(...) call('ZADD', P .. kind, ...) end)
        for _, rule in pairs(rules) do
            cleanUp(kind, rule[1], rule[2])
        end
        if count[kind] > 0 and ARGV[7] ~= '0' then
            countMetrics(kind, count[kind], tonumber(ARGV[7]))
        end
    end
end

promoteDue(now)

local meta = call('HMGET', META, 'paused', 'concurrency', 'max', 'duration', 'wemo.rate', 'wemo.burst')
local room, limitWait = math.huge, 0
if meta[1] then
    room = 0
elseif meta[2] then
    room = math.max(0, tonumber(meta[2]) - call('LLEN', ACTIVE))
end

-- Our limit: GCRA in microseconds, over every program that takes from this queue.
local interval, depth, tat
if room > 0 and meta[5] and tonumber(meta[5]) > 0 then
    local t = call('TIME')
    local micros = ARGV[1] == '0' and t[1] * 1000000 + t[2] or now * 1000
    interval = 1000000 / tonumber(meta[5])
    depth = interval * tonumber(meta[6] or 1)
    tat = math.max(tonumber(call('GET', P .. 'wemo:gcra') or 0), micros)
    local free = math.floor((micros + depth - tat) / interval + 1e-6)
    room = math.min(room, free)
    if free < 1 then
        limitWait = math.max(1, math.ceil((tat + interval - depth - micros) / 1000))
    end
end
-- BullMQ's own limit, a fixed window, where a peer has set it.
if room > 0 and meta[3] and meta[4] then
    local used = tonumber(call('GET', P .. 'limiter') or 0)
    local left = tonumber(meta[3]) - used
    if left < 1 then
        limitWait = math.max(1, call('PTTL', P .. 'limiter'))
    end
    room = math.max(0, math.min(room, left))
end

local taken, ids = {}, {}
local most = math.min(claim, room)
if most == 1 then
    local id = call('RPOPLPUSH', WAIT, ACTIVE)
    ids[1] = id or nil
elseif most > 1 then
    local tail = call('LRANGE', WAIT, -most, -1)
    for i = #tail, 1, -1 do
        ids[#ids + 1] = tail[i]
    end
    if #ids > 0 then
        call('LTRIM', WAIT, 0, -#ids - 1)
        inChunks(ids, function(...) call('LPUSH', ACTIVE, ...) end)
    end
end
if #ids < most then
    local popped = call('ZPOPMIN', PRIORITIZED, most - #ids)
    for i = 1, #popped, 2 do
        ids[#ids + 1] = popped[i]
        call('LPUSH', ACTIVE, popped[i])
    end
    if #ids < most then
        call('DEL', P .. 'pc') -- nothing has a rank any more
    end
end
local counted = 0
for _, id in ipairs(ids) do
    local job = P .. id
    local fields = call('HGETALL', job)
    local size = #fields
    if size == 0 then
        call('LREM', ACTIVE, 1, id) -- an id without a job: an operator's DEL, or a marker of an old version
    else
        local started, isToFail = '1', false
        for i = 1, size, 2 do
            if fields[i] == 'ats' then
                started = fields[i + 1] + 1
            elseif fields[i] == 'defa' then
                isToFail = true -- unrun, which costs the gateway nothing
            end
        end
        call('SET', job .. ':lock', token, 'PX', lockTime)
        call('HSET', job, 'processedOn', nowText, 'pb', worker, 'ats', started)
        emit('active', 'jobId', id, 'prev', 'waiting')
        counted = isToFail and counted or counted + 1
        fields[size + 1] = id
        taken[#taken + 1] = fields
    end
end
if counted > 0 then
    if interval then
        tat = tat + counted * interval
        call('SET', P .. 'wemo:gcra', string.format('%.0f', tat), 'PX', math.ceil(depth / 1000) + 1000)
    end
    if meta[3] and meta[4] and call('INCRBY', P .. 'limiter', counted) == counted then
        call('PEXPIRE', P .. 'limiter', math.floor(meta[4]))
    end
end

local left = call('LLEN', WAIT) + call('ZCARD', PRIORITIZED)
if left > 0 then
    -- Others are woken where there is more; who has just learned of a limit waits for it by its own timer.
    if limitWait == 0 and room > #ids then
        markWork()
    end
elseif count.completed + count.failed > 0 and #ids == 0 and call('LLEN', ACTIVE) == 0 then
    emit('drained')
end
local due = nextDue()
if due and (delayed or claim <= #ids) then
    call('ZADD', MARKER, due, '1') -- somebody with hands free is to keep the time
end
return {told, taken, due and math.max(0, due - now) or -1, limitWait, now}
