-- ARGV: ids.  Jobs that are not active, with all that hangs on them. Each: 'done', 'not-found' or 'active'.
local answer, gone = {}, {}
local sets = {completed = P .. 'completed', failed = P .. 'failed', delayed = DELAYED, prioritized = PRIORITIZED,
              ['waiting-children'] = P .. 'waiting-children'}
for i, id in ipairs(ARGV) do
    local prev
    for state, set in pairs(sets) do
        if call('ZREM', set, id) == 1 then
            prev = state
        end
    end
    if not prev and call('LPOS', ACTIVE, id) then
        answer[i] = 'active'
    elseif not prev and call('LREM', WAIT, -1, id) + call('LREM', P .. 'paused', -1, id) > 0 then
        prev = 'wait'
    end
    if prev or (not answer[i] and call('EXISTS', P .. id) == 1) then
        gone[#gone + 1] = id
        emit('removed', 'jobId', id, 'prev', prev or 'unknown')
        answer[i] = 'done'
    end
    answer[i] = answer[i] or 'not-found'
end
forgetUnfinished(gone)
return answer
