-- All policies on all subjects of one request, and the ban list (see blocking_bans.lua, which stands in front of this), in
-- one step: counted under each of them or under none.   KEYS: the clock, a hash for each subject.
-- ARGV: 'count' or 'look'; server's time, expected now, tolerated difference; what to note in the log, '' = nothing; the
-- request; how many subjects; for each of them its kind, how it may be shown, its sealed value, whom it is found beside,
-- and how many rules; for each rule policy id, limit, window, block, longest block, strike decay (ms), '1' = enforces.
-- Answers now, 1 or 0 for allowed, the entry in the log, what is banned as a list, then for each rule allows (1/0), left,
-- ms to wait, strikes.
local counts, entry, request, subjects_count = ARGV[1] == 'count', ARGV[5], ARGV[6], tonumber(ARGV[7])
local now = clock(tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]))
local at = 8

local function read_rule(u)
    local r = { key = u.key, id = ARGV[at], limit = tonumber(ARGV[at + 1]), window = tonumber(ARGV[at + 2]),
        block = tonumber(ARGV[at + 3]), longest = tonumber(ARGV[at + 4]), decay = tonumber(ARGV[at + 5]),
        enforces = ARGV[at + 6] == '1', ends = 0, strikes = 0, last = 0, since = 0, count = 0, times = false,
        first = 0, tail = 0, next = 0, allows = false, changed = false, struck = false } -- all at once: growing costs
    at = at + 7
    return r
end

local function read_subject(i)
    local u = { false, key = KEYS[i + 1], kind = ARGV[at], masked = ARGV[at + 1], sealed = ARGV[at + 2],
        other = ARGV[at + 3], count = tonumber(ARGV[at + 4]), x = 0 }
    at = at + 5
    local fields = { 'x' }
    for n = 1, u.count do
        u[n] = read_rule(u)
        fields[n + 1] = 'p:' .. u[n].id
    end
    local kept = redis.call('HMGET', u.key, unpack(fields))
    u.x = tonumber(kept[1] or 0)
    for n = 1, u.count do open(u[n], kept[n + 1], now) end
    return u
end

-- Refused by its window and not yet by a block.
local function strike(r)
    r.strikes, r.last, r.since = r.strikes + 1, now, now
    r.ends = math.max(newest(r, r.limit) + r.window,
        now + math.min(r.longest, r.block * 2 ^ math.min(r.strikes - 1, 30)))
    r.changed, r.struck = true, true
end

local function store(u)
    local fields, till = {}, 0
    for n = 1, u.count do
        local r = u[n]
        if r.struck then
            for _, part in ipairs({ 'k', u.kind, 'm', u.masked, 'v', u.sealed, 'o', u.other, 'q:' .. r.id, request,
                'r:' .. r.id, '1' }) do fields[#fields + 1] = part end
            list_block(u.kind, r.id, string.sub(u.key, #P + 3), u.other, r.since, r.ends)
        elseif not r.allows then
            redis.call('HINCRBY', u.key, 'r:' .. r.id, 1)
        end
        if r.changed then
            fields[#fields + 1], fields[#fields + 2] = 'p:' .. r.id, packed(r)
            till = math.max(till, needed(r, now))
        end
    end
    local x = keep(u.key, u.x, till, now)
    if x then fields[#fields + 1], fields[#fields + 2] = 'x', whole(x) end
    if #fields > 0 then redis.call('HSET', u.key, unpack(fields)) end
end

local subjects, allowed = {}, true
for i = 1, subjects_count do
    local u = read_subject(i)
    for n = 1, u.count do
        local r = u[n]
        r.allows = r.ends <= now and r.count < r.limit
        allowed = allowed and (r.allows or not r.enforces)
    end
    subjects[i] = u
end

local caught = bans(now)
local free = #caught == 0
allowed = allowed and free

local answer, facts = { now, allowed and 1 or 0, '', caught }, { whole(now), allowed and '1' or '0' }
if not free then facts[3] = '!' end
for i, u in ipairs(subjects) do
    for n = 1, u.count do
        local r = u[n]
        if free and not r.allows and r.ends <= now then strike(r) end
        local adds = counts and allowed
        local left = r.allows and r.limit - r.count - (adds and 1 or 0) or 0
        if adds then add(r, now) end
        facts[#facts + 1] = r.id .. ',' .. i .. (r.allows and (allowed and ',c' or ',-') or
            (r.struck and ',b,' or ',r,') .. whole(r.ends)) .. (r.enforces and '' or ',o')
        answer[#answer + 1] = r.allows and 1 or 0
        answer[#answer + 1] = left
        answer[#answer + 1] = r.allows and 0 or r.ends - now
        answer[#answer + 1] = r.strikes
    end
    if counts and free then store(u) end
end
if counts and entry ~= '' then answer[3] = note(entry, table.concat(facts, ';')) end
return answer
