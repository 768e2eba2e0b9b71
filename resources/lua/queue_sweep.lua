-- ARGV: now, interval ms, stalls a job may have.  Jobs of `active` that were marked before and have no lock go back to be
-- taken first; one that stalls too often is marked to fail. Then all of `active` is marked. The ids put back.
local now, interval = clock(ARGV[1]), tonumber(ARGV[2])
-- One sweep an interval for all. A peer with a longer one must not make recovery wait for it.
local guarded = call('PTTL', P .. 'stalled-check')
if guarded > 0 and guarded <= interval then
    return {}
end
call('SET', P .. 'stalled-check', now, 'PX', interval)
trimEvents()
local back = {}
for _, id in ipairs(call('SMEMBERS', STALLED)) do
    local job = P .. id
    if call('EXISTS', job .. ':lock') == 0 and call('LREM', ACTIVE, -1, id) == 1 and call('EXISTS', job) == 1 then
        if call('HINCRBY', job, 'stc', 1) > tonumber(ARGV[3]) then
            call('HSET', job, 'defa', 'job stalled more than allowable limit')
        end
        call('RPUSH', WAIT, id)
        emit('waiting', 'jobId', id, 'prev', 'active')
        emit('stalled', 'jobId', id)
        back[#back + 1] = id
    end
end
call('DEL', STALLED)
local active = call('LRANGE', ACTIVE, 0, -1)
inChunks(active, function(...) call('SADD', STALLED, ...) end)
if #back > 0 and not isClosed() then
    markWork()
end
return back
