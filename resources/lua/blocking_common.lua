-- Put in front of every blocking_*.lua. Every key has {blocking} in it, so that in a Redis Cluster all of them live in
-- one slot. A subject is one hash: p:<policy> its state, t:<policy>:<n> its times where they are many, q: and r:<policy>
-- the request that brought its block and how many were refused since, k m v o who it is, x until when it is kept.
local P = 'wemo:{blocking}:'
local CLOCK, BLOCKS, ENDS, EXPIRY, LOG = P .. 'clock', P .. 'blocks', P .. 'ends', P .. 'expiry', P .. 'log'
local FEW, RING, AT_ONCE = 64, -1, 1000 -- more times than FEW have a field each
local LOG_MOST = 1000000

-- Now is the server's time plus an offset kept beside it. Callers measure by a clock that nobody can set; where the
-- server's has been set since, the offset takes that back, so that no block gets shorter or longer by it.
-- server: 0 = its own; expected: the caller's idea of now, 0 = none.
local function clock(server, expected, tolerated)
    if server == 0 then
        local time = redis.call('TIME')
        server = time[1] * 1000 + math.floor(time[2] / 1000)
    end
    local offset = tonumber(redis.call('HGET', CLOCK, 'offset') or 0)
    if expected > 0 and math.abs(server + offset - expected) > tolerated then
        offset = expected - server
        redis.call('HSET', CLOCK, 'offset', string.format('%.0f', offset))
    end
    return server + offset
end

-- Fourteen digits are exact in a text of Lua's, which is time in ms for three thousand years.
local function whole(number) return number .. '' end

local function slot(r, i) return 't:' .. r.id .. ':' .. whole(i) end
local function time_at(r, i) return tonumber(redis.call('HGET', r.key, slot(r, i)) or 0) end

-- The first of the times from r.tail on that is later than `from`: steps that double, then halves.
local function advance(r, from)
    if r.tail >= r.next or time_at(r, r.tail) > from then return end
    local low, step = r.tail, 1 -- low is not later
    while low + step < r.next and time_at(r, low + step) <= from do low, step = low + step, step * 2 end
    local high = math.min(low + step, r.next)
    while low + 1 < high do
        local middle = math.floor((low + high) / 2)
        if time_at(r, middle) <= from then low = middle else high = middle end
    end
    r.tail = high
end

-- Reads what is kept of a rule. A clock that went back while nobody looked is seen by times that lie ahead: nothing is
-- held longer by it than its own length.
local function open(r, kept, now)
    local s = kept and cmsgpack.unpack(kept) or { 0, 0, 0, 0 }
    r.ends, r.strikes, r.last, r.since = s[1], s[2], math.min(s[3], now), s[4]
    if r.since > now then r.ends, r.since, r.changed = now + (r.ends - r.since), now, true end
    if r.strikes > 0 and r.decay then
        local forgotten = math.min(r.strikes, math.floor((now - r.last) / r.decay))
        r.strikes, r.last = r.strikes - forgotten, r.last + forgotten * r.decay
    end
    local from = now - r.window
    if s[5] == RING then
        r.first, r.tail, r.next = s[6], s[7], s[8]
        advance(r, from)
        if r.tail < r.next and time_at(r, r.next - 1) > now + 60000 then r.tail = r.next end
        r.count = r.next - r.tail
        return r
    end
    r.times = {}
    for i = 5, #s do
        if s[i] > from then r.times[#r.times + 1] = math.min(s[i], now) end
        if s[i] > now then r.changed = true end
    end
    r.count = #r.times
    return r
end

-- The time of the n-th newest.
local function newest(r, n)
    if r.times then return r.times[#r.times - n + 1] end
    return time_at(r, r.next - n)
end

local function spill(r)
    r.first, r.tail, r.next = 0, 0, #r.times
    for i, time in ipairs(r.times) do redis.call('HSET', r.key, slot(r, i - 1), whole(time)) end
    r.times = nil
end

local function add(r, now)
    if r.times and #r.times >= FEW and r.limit > FEW then spill(r) end
    if r.times then
        r.times[#r.times + 1] = now
        while #r.times > r.limit do table.remove(r.times, 1) end
    else
        redis.call('HSET', r.key, slot(r, r.next), whole(now))
        r.next = r.next + 1
        r.tail = math.max(r.tail, r.next - r.limit)
    end
    r.changed = true
end

-- Its state as it is kept; times that no window reaches any more go, some at each turn.
local function packed(r)
    local s = { r.ends, r.strikes, r.last, r.since }
    if r.times then
        for i, time in ipairs(r.times) do s[4 + i] = time end
        return cmsgpack.pack(s)
    end
    local till, gone = math.min(r.tail, r.first + AT_ONCE), {}
    for i = r.first, till - 1 do gone[#gone + 1] = slot(r, i) end
    if #gone > 0 then redis.call('HDEL', r.key, unpack(gone)) end
    r.first = till
    if r.first < r.next then s[5], s[6], s[7], s[8] = RING, r.first, r.tail, r.next end
    return cmsgpack.pack(s)
end

-- Until when a rule's state is needed.
local function needed(r, now)
    return math.max(now + r.window, r.ends, r.strikes > 0 and r.last + r.strikes * r.decay or 0)
end

-- Whoever is kept longer says so in a sorted set. Not left to Redis' own expiry, which goes by a clock that may be set.
-- Some time is added, so that it need not be said at each turn. The time to write into the hash, or nothing.
local function keep(key, x, till, now)
    if till <= x then return nil end
    till = till + math.max(60000, math.floor((till - now) / 4))
    redis.call('ZADD', EXPIRY, whole(till), string.sub(key, #P + 3))
    return till
end

local function member_of(kind, policy, id) return kind .. '/' .. policy .. '/' .. id end
local function parts_of(member) return string.match(member, '^([^/]*)/([^/]*)/([^/]*)$') end

-- The sets a block stands in, newest first: all, of its kind, of its policy, of its subject, and beside whom it is found.
local function sets_of(kind, policy, id, other)
    local sets = { BLOCKS, BLOCKS .. ':' .. kind, BLOCKS .. ':' .. kind .. ':' .. policy, P .. 'blocks-of:' .. id }
    if other and other ~= '' then sets[5] = P .. 'blocks-of:' .. other end
    return sets
end

local function list_block(kind, policy, id, other, since, ends)
    local member = member_of(kind, policy, id)
    for _, set in ipairs(sets_of(kind, policy, id, other)) do redis.call('ZADD', set, whole(since), member) end
    redis.call('ZADD', ENDS, whole(ends), member)
end

local function unlist_block(kind, policy, id, other)
    local member = member_of(kind, policy, id)
    for _, set in ipairs(sets_of(kind, policy, id, other)) do redis.call('ZREM', set, member) end
    redis.call('ZREM', ENDS, member)
end

local function note(entry, facts)
    return redis.call('XADD', LOG, 'MAXLEN', '~', LOG_MOST, '*', 'e', entry, 'v', facts)
end
