-- ARGV: ids.  Failed or completed jobs go back in line and their attempts start anew. Each: 'done', 'not-found' or
-- 'wrong-state'.
local answer = {}
local moved = false
for i, id in ipairs(ARGV) do
    local job = P .. id
    local prev = call('ZREM', P .. 'failed', id) == 1 and 'failed' or call('ZREM', P .. 'completed', id) == 1 and 'completed'
    if prev and call('EXISTS', job) == 1 then
        call('HDEL', job, 'finishedOn', 'processedOn', 'failedReason', 'returnvalue', 'atm', 'stc', 'defa')
        enqueue(id, tonumber(call('HGET', job, 'priority') or 0), 'LPUSH')
        emit('waiting', 'jobId', id, 'prev', prev)
        moved = true
        answer[i] = 'done'
    else
        answer[i] = call('EXISTS', job) == 1 and 'wrong-state' or 'not-found'
    end
end
if moved and not isClosed() then
    markWork()
end
return answer
