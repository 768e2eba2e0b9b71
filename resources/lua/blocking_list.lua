-- Who is blocked now, newest first.
-- KEYS: the clock, a set of blocks   ARGV: server's time, expected now, tolerated difference; the last one's since and
-- member, '' = from the newest; how many; how many to look at.
-- Answers since and member to go on from ('' = the end), then for each block its member, since, until, strikes, how many
-- were refused, the request, how the subject may be shown.
local now = clock(tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
local from, last, most, looks = ARGV[4], ARGV[5], tonumber(ARGV[6]), tonumber(ARGV[7])
local answer, found, done = { '', '' }, 0, false

local function add(member, since)
    local kind, policy, id = parts_of(member)
    local key = P .. 's:' .. id
    local kept = redis.call('HMGET', key, 'p:' .. policy, 'r:' .. policy, 'q:' .. policy, 'm')
    if not kept[1] then return end
    local s = cmsgpack.unpack(kept[1])
    if s[1] <= now then return end
    found = found + 1
    for _, part in ipairs({ member, since, whole(s[1]), whole(s[2]), kept[2] or '0', kept[3] or '', kept[4] or '' }) do
        answer[#answer + 1] = part
    end
end

local offset = 0
while found < most and looks > 0 do
    local some = redis.call('ZREVRANGEBYSCORE', KEYS[2], from == '' and '+inf' or from, '-inf', 'WITHSCORES', 'LIMIT',
        offset, 100)
    if #some == 0 then done = true break end
    for i = 1, #some, 2 do
        local member, since = some[i], some[i + 1]
        offset = offset + 1
        if since ~= from or last == '' or member < last then
            if found == most then break end
            looks = looks - 1
            add(member, since)
            answer[1], answer[2] = since, member
        end
    end
end
if done then answer[1], answer[2] = '', '' end
return answer
