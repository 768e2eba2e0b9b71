-- ARGV: priority, ids.  Waiting, prioritised and delayed jobs get another rank. Each: 'done', 'not-found' or 'wrong-state'.
local priority = tonumber(ARGV[1])
local answer = {}
local moved = false
for i = 2, #ARGV do
    local id = ARGV[i]
    local job = P .. id
    local done = true
    if call('EXISTS', job) == 0 then
        answer[i - 1] = 'not-found'
        done = false
    elseif call('ZREM', PRIORITIZED, id) == 1 or call('LREM', WAIT, -1, id) == 1 then
        enqueue(id, priority, 'LPUSH')
        moved = true
    elseif not call('ZSCORE', DELAYED, id) then
        answer[i - 1] = 'wrong-state'
        done = false
    end
    if done then
        call('HSET', job, 'priority', priority)
        answer[i - 1] = 'done'
    end
end
if moved and not isClosed() then
    markWork()
end
return answer
