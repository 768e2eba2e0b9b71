-- One more send of the same code, or just whether it may be. The checks already made stay counted.
-- KEYS: challenge   ARGV: 'look' or 'send', now, id, device, gap, sends a challenge, checks a challenge, how many sends
-- its limits still allow
local looks, now, id = ARGV[1] == 'look', tonumber(ARGV[2]), ARGV[3]
local maxSends, maxChecks = tonumber(ARGV[6]), tonumber(ARGV[7])

local c = load(KEYS[1])
if not c.flow or c.device ~= ARGV[4] then return { 'unknown' } end
local status = standing(c, now, maxChecks)
if status ~= 'open' then return { status } end
if tonumber(c.sends) >= maxSends then return { 'limited', tostring(tonumber(c.expires) - now) } end
local early = tonumber(c.last_send) + tonumber(ARGV[5]) - now
if early > 0 then return { 'early', tostring(early) } end
if looks then
    local answer = told('again', id, c, tonumber(c.left))
    answer[#answer + 1] = 'known'
    answer[#answer + 1] = tostring(redis.call('EXISTS', 'wemo:otp:known:' .. c.subject .. ':' .. c.device))
    return answer
end

c.previous_send, c.last_send, c.sends = c.last_send, ARGV[2], tostring(tonumber(c.sends) + 1)
c.left = tostring(math.min(tonumber(ARGV[8]), maxSends - tonumber(c.sends)))
redis.call('HSET', KEYS[1], 'previous_send', c.previous_send, 'last_send', c.last_send, 'sends', c.sends, 'left', c.left)
return told('again', id, c, tonumber(c.left))
