-- What was counted did not happen: its time goes again, a block stays.
-- KEYS: the clock, the hash of each rule's subject   ARGV: server's time, expected now, tolerated difference; the time it
-- was counted at; its entry in the log; for each rule policy id and window. A time that more than a thousand have followed
-- stays counted.
local now = clock(tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
local when = tonumber(ARGV[4])

local function take_from_ring(r)
    for i = r.next - 1, math.max(r.tail, r.next - AT_ONCE), -1 do
        if time_at(r, i) == when then
            for later = i + 1, r.next - 1 do redis.call('HSET', r.key, slot(r, later - 1), whole(time_at(r, later))) end
            r.next = r.next - 1
            redis.call('HDEL', r.key, slot(r, r.next))
            return true
        end
    end
end

local function take_from_list(r)
    for i = #r.times, 1, -1 do
        if r.times[i] == when then return table.remove(r.times, i) end
    end
end

local taken = 0
for i = 2, #KEYS do
    local r = { key = KEYS[i], id = ARGV[i * 2 + 2], window = tonumber(ARGV[i * 2 + 3]) }
    local kept = redis.call('HGET', r.key, 'p:' .. r.id)
    if kept then
        open(r, kept, now)
        if r.times and take_from_list(r) or not r.times and take_from_ring(r) then
            redis.call('HSET', r.key, 'p:' .. r.id, packed(r))
            taken = taken + 1
        end
    end
end
if ARGV[5] ~= '' then note('back\t' .. ARGV[5], '') end
return taken
