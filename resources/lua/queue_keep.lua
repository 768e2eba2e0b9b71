-- Put between queue_common and a script that changes jobs: what undoes the change is kept first, in the same step.
-- KEYS[2]: where, for a minute; two values a job: what it was, and its id.
local undoTime = 60000 -- ms

local function placeOf(id)
    for _, set in ipairs({'completed', 'failed', 'delayed', 'prioritized'}) do
        local score = call('ZSCORE', P .. set, id)
        if score then
            return set, score
        end
    end
    if call('EXISTS', P .. id) == 1 and not call('LPOS', ACTIVE, id) then
        return 'wait', ''
    end
end

-- The ids are ARGV from `first` on.
local function keep(kind, first)
    for i = first, #ARGV do
        local id = ARGV[i]
        local place, score = placeOf(id)
        if place then
            local job = P .. id
            local fields = kind == 'remove' and call('HGETALL', job) or call('HMGET', job, 'delay', 'priority')
            local logs = kind == 'remove' and call('LRANGE', job .. ':logs', 0, -1) or {}
            call('RPUSH', KEYS[2], cmsgpack.pack({kind, id, place, score, fields, logs}), id)
        end
    end
    call('PEXPIRE', KEYS[2], undoTime)
end
