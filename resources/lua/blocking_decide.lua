-- All policies on all subjects of one request, and the ban list (see blocking_bans.lua, which stands in front of this),
-- in one step. KEYS: the clock, then the subject of each rule.
-- ARGV: 'count' or 'look'; the server's time in ms, 0 = its own; the caller's idea of now in ms, 0 = none; then for
-- each rule: policy id, limit, window, block, longest block, strike decay (ms), 'enforce' or 'observe'.
-- Answers now, 1 or 0 for allowed, what is banned as a list, then for each rule: allows (1/0), left, ms to wait,
-- strikes.
--
-- Now is the server's time plus an offset kept beside it. Callers measure by a clock that nobody can set; where the
-- server's has been set since, the offset takes that back, so that no block gets shorter or longer by it.
local TOLERATED, DAY = 500, 86400000
local counts = ARGV[1] == 'count'

local function clock()
    local server, expected = tonumber(ARGV[2]), tonumber(ARGV[3])
    if server == 0 then
        local time = redis.call('TIME')
        server = time[1] * 1000 + math.floor(time[2] / 1000)
    end
    local offset = tonumber(redis.call('GET', KEYS[1]) or '0')
    if expected > 0 and math.abs(server + offset - expected) > TOLERATED then
        offset = expected - server
        redis.call('SET', KEYS[1], string.format('%.0f', offset))
    end
    return server + offset
end

local function rule(i, now)
    local at = 4 + (i - 1) * 7
    local r = { key = KEYS[i + 1], id = ARGV[at], limit = tonumber(ARGV[at + 1]), window = tonumber(ARGV[at + 2]),
        block = tonumber(ARGV[at + 3]), longest = tonumber(ARGV[at + 4]), decay = tonumber(ARGV[at + 5]),
        enforces = ARGV[at + 6] == 'enforce', times = {} }
    local kept = redis.call('HMGET', r.key, 't:' .. r.id, 'b:' .. r.id, 's:' .. r.id, 'l:' .. r.id)
    for time in string.gmatch(kept[1] or '', '%d+') do
        if tonumber(time) > now - r.window then r.times[#r.times + 1] = tonumber(time) end
    end
    r.ends, r.last = tonumber(kept[2] or '0'), tonumber(kept[4] or '0')
    r.strikes = math.max(0, tonumber(kept[3] or '0') - math.floor((now - r.last) / r.decay))
    r.allows = r.ends <= now and #r.times < r.limit
    return r
end

-- Refused by its window and not yet by a block: a strike.
local function strike(r, now)
    local lets_go = r.times[#r.times - r.limit + 1] + r.window
    r.strikes, r.last = r.strikes + 1, now
    r.ends = math.max(lets_go, now + math.min(r.longest, r.block * 2 ^ math.min(r.strikes - 1, 30)))
    r.changed = true
end

local function add(r, now)
    r.times[#r.times + 1] = now
    while #r.times > r.limit do table.remove(r.times, 1) end
    r.changed = true
end

local function whole(number) return string.format('%.0f', number) end

local function store(r, now)
    local times = {}
    for i, time in ipairs(r.times) do times[i] = whole(time) end
    redis.call('HSET', r.key, 't:' .. r.id, table.concat(times, ','), 'b:' .. r.id, whole(r.ends),
        's:' .. r.id, whole(r.strikes), 'l:' .. r.id, whole(r.last))
    -- A day more than is needed: Redis lets go by the clock that may be set.
    local needed = math.max(r.window, r.ends - now, r.strikes > 0 and r.strikes * r.decay or 0) + DAY
    if redis.call('PTTL', r.key) < needed then redis.call('PEXPIRE', r.key, whole(needed)) end
end

local now = clock()
local caught = bans(now)
local rules, allowed = {}, #caught == 0
for i = 1, #KEYS - 1 do
    rules[i] = rule(i, now)
    allowed = allowed and (rules[i].allows or not rules[i].enforces)
end
local answer = { whole(now), allowed and 1 or 0, caught }
for _, r in ipairs(rules) do
    if not r.allows and r.ends <= now then strike(r, now) end
    if allowed and (r.allows or not r.enforces) then add(r, now) end
    if counts and r.changed then store(r, now) end
    local left = r.allows and r.limit - #r.times or 0
    answer[#answer + 1] = r.allows and 1 or 0
    answer[#answer + 1] = left
    answer[#answer + 1] = whole(r.allows and 0 or r.ends - now)
    answer[#answer + 1] = r.strikes
end
return answer
