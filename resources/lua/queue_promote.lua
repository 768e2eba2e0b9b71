-- ARGV: ids.  Delayed jobs that are to run now. Each: 'done', 'not-found' or 'wrong-state'.
local answer = {}
local moved = false
for i, id in ipairs(ARGV) do
    if call('ZREM', DELAYED, id) == 1 then
        enqueue(id, tonumber(call('HGET', P .. id, 'priority') or 0), 'LPUSH')
        call('HSET', P .. id, 'delay', 0)
        emit('waiting', 'jobId', id, 'prev', 'delayed')
        moved = true
        answer[i] = 'done'
    else
        answer[i] = call('EXISTS', P .. id) == 1 and 'wrong-state' or 'not-found'
    end
end
if moved and not isClosed() then
    markWork()
end
return answer
