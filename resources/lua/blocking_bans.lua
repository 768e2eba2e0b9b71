-- Put in front of blocking_decide.lua: the ban list, looked at before anything is counted.
-- KEYS: the list's marker, then the shard of each question; ARGV: how many questions, the lengths of prefixes and
-- networks that the caller knows of, the least change it relies on, then the member of each question. What follows in
-- both is the decision's own. Ends with 'lost', 'behind' or 'lengths' (and those in use) where the list must be seen to
-- first; nothing is decided then.
local asked = tonumber(ARGV[1])
local shards, members = { unpack(KEYS, 2, asked + 1) }, { unpack(ARGV, 4, asked + 3) }

if asked > 0 then
    local kept = redis.call('HMGET', KEYS[1], 'applied', 'lengths')
    if not kept[1] then return { 'lost' } end
    if tonumber(kept[1]) < tonumber(ARGV[3]) then return { 'behind' } end
    if kept[2] ~= ARGV[2] then return { 'lengths', kept[2] } end
end

-- Of each question that a ban answers: its number and when the ban ends, 0 = not by itself.
local function bans(now)
    local caught = {}
    for i = 1, asked do
        local ends = redis.call('HGET', shards[i], members[i])
        if ends and (ends == '0' or tonumber(ends) > now) then
            caught[#caught + 1] = i
            caught[#caught + 1] = ends
        end
    end
    return caught
end

local KEYS, ARGV = { unpack(KEYS, asked + 2) }, { unpack(ARGV, asked + 4) }

