-- One more send of the same code. The checks already made stay counted.
-- KEYS: challenge, sends of the number, of the device, of the requester, known device
-- ARGV: now, id, device, gap, number hour, number day, requester hour, requester day, sends a challenge, checks
local now, id = tonumber(ARGV[1]), ARGV[2]
local keys = { number = KEYS[2], device = KEYS[3], requester = KEYS[4], known = KEYS[5] }
local limits = { tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]) }
local maxSends, maxChecks = tonumber(ARGV[9]), tonumber(ARGV[10])

local c = load(KEYS[1])
if not c.flow or c.device ~= ARGV[3] then return { 'unknown' } end
local status = standing(c, now, maxChecks)
if status ~= 'open' then return { status } end
if tonumber(c.sends) >= maxSends then return { 'limited', tostring(tonumber(c.expires) - now) } end
local early = tonumber(c.last_send) + tonumber(ARGV[4]) - now
if early > 0 then return { 'early', tostring(early) } end
local wait, left = room(keys, now, limits)
if wait > 0 then return { 'limited', tostring(wait) } end

c.previous_send, c.last_send, c.sends = c.last_send, ARGV[1], tostring(tonumber(c.sends) + 1)
redis.call('HSET', KEYS[1], 'previous_send', c.previous_send, 'last_send', c.last_send, 'sends', c.sends)
count(keys, now, id .. ':' .. c.sends)
return told('again', id, c, math.min(left - 1, maxSends - tonumber(c.sends)))
