-- What a person does to blocks: lifts or extends them, or takes back that this was done.
-- KEYS: the clock   ARGV: server's time, expected now, tolerated difference; 'lift', 'extend' or 'undo'; the token of the
-- undo; the head of its entries in the log; until when (ms) or ''; by how much (ms); then member after member.
-- Answers how many it did. A lifted block's times go, and one strike; what was there is kept for a day.
local now = clock(tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
local how, token, head, till, by = ARGV[4], P .. 'undo:' .. ARGV[5], ARGV[6], tonumber(ARGV[7]), tonumber(ARGV[8])
local DAY, LONGEST = 86400000, 366 * 86400000
local done = 0

local function tell(kind, policy, id, masked, ends)
    note(head .. '\t' .. kind .. ',' .. id .. ',' .. masked .. ';', whole(now) .. ';' .. policy .. ',1,b,' .. whole(ends))
    done = done + 1
end

local function write(key, kind, policy, id, fields, s)
    redis.call('HSET', key, 'p:' .. policy, cmsgpack.pack(s))
    unlist_block(kind, policy, id, fields.o)
    if s[1] > now then list_block(kind, policy, id, fields.o, s[4], s[1]) end
    local x = keep(key, fields.x, s[1], now)
    if x then redis.call('HSET', key, 'x', whole(x)) end
end

local function read(key, policy)
    local kept = redis.call('HMGET', key, 'p:' .. policy, 'o', 'm', 'x')
    return kept[1], { o = kept[2], m = kept[3] or '', x = tonumber(kept[4] or 0) }
end

local function change(member)
    local kind, policy, id = parts_of(member)
    local key = P .. 's:' .. id
    local kept, fields = read(key, policy)
    local s = kept and cmsgpack.unpack(kept)
    if not s or s[1] <= now then return end
    redis.call('HSET', token, member, kept)
    if how == 'lift' then
        local rest = s[5] == RING and { RING, s[6], s[8], s[8] } or {}
        s = { 0, math.max(0, s[2] - 1), s[3], 0, unpack(rest) }
    else
        s[1] = math.min(till or s[1] + by, now + LONGEST)
    end
    write(key, kind, policy, id, fields, s)
    tell(kind, policy, id, fields.m, s[1])
end

-- A subject that was blocked anew meanwhile keeps the longer of the two.
local function restore(member, before)
    local kind, policy, id = parts_of(member)
    local key = P .. 's:' .. id
    local kept, fields = read(key, policy)
    if not kept then return end
    local was, is = cmsgpack.unpack(before), cmsgpack.unpack(kept)
    if how == 'undo-lift' and was[1] > now and is[1] < was[1] then
        is[1], is[2], is[4] = was[1], math.max(was[2], is[2]), was[4]
    elseif how == 'undo-extend' and is[1] > now then
        is[1] = was[1]
    else
        return
    end
    write(key, kind, policy, id, fields, is)
    tell(kind, policy, id, fields.m, is[1])
end

if how == 'undo' then
    how = 'undo-' .. (redis.call('HGET', token, 'how') or '')
    local kept = redis.call('HGETALL', token)
    head = string.gsub(head, '^act\tundo', how == 'undo-lift' and 'act\tblocked' or 'act\textended')
    for i = 1, #kept, 2 do
        if kept[i] ~= 'how' then restore(kept[i], kept[i + 1]) end
    end
    redis.call('DEL', token)
    return done
end
for i = 9, #ARGV do change(ARGV[i]) end
if done > 0 then
    redis.call('HSET', token, 'how', how)
    redis.call('PEXPIRE', token, DAY)
end
return done
