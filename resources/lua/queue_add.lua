-- ARGV: now, number of jobs, then 7 a job: id ('' = the next number), name, data, opts, delay ms, priority, LIFO ('1').
-- Answers two values a job: its id, and 1 where a job of that id was there already and nothing was added.
local now, count = clock(ARGV[1]), tonumber(ARGV[2])
local nowText = string.format('%.0f', now)
local lastNumber = call('INCRBY', P .. 'id', count)
local answer, fifo = {}, {}
local waiting, delayed = false, false
for i = 1, count do
    local a = 2 + (i - 1) * 7
    local given, name, data, opts = ARGV[a + 1], ARGV[a + 2], ARGV[a + 3], ARGV[a + 4]
    local delay, priority = tonumber(ARGV[a + 5]), tonumber(ARGV[a + 6])
    local id = given ~= '' and given or string.format('%.0f', lastNumber - count + i)
    answer[i * 2 - 1] = id
    if given ~= '' and call('EXISTS', P .. id) == 1 then
        answer[i * 2] = 1
        emit('duplicated', 'jobId', id)
    else
        answer[i * 2] = 0
        call('HSET', P .. id, 'name', name, 'data', data, 'opts', opts, 'timestamp', nowText, 'delay', ARGV[a + 5],
             'priority', ARGV[a + 6])
        emit('added', 'jobId', id, 'name', name)
        if delay > 0 then
            delayed = true
            addDelayed(id, now + delay)
        else
            waiting = true
            if priority > 0 then
                call('ZADD', PRIORITIZED, priorityScore(priority), id)
            elseif ARGV[a + 7] == '1' then
                call('RPUSH', WAIT, id)
            else
                fifo[#fifo + 1] = id
            end
            emit('waiting', 'jobId', id)
        end
    end
end
inChunks(fifo, function(...) call('LPUSH', WAIT, ...) end)
trimEvents()
if delayed then
    markDelay()
end
if waiting and not isClosed() then
    markWork()
end
return answer
