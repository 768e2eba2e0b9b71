-- A counted send that did not happen, given back. The next try has the same number, so that a message which was
-- recorded after all is not asked for twice.
-- KEYS: challenge, sends of the number, of the device, of the requester   ARGV: id, which send
for i = 2, 4 do redis.call('ZREM', KEYS[i], ARGV[1] .. ':' .. ARGV[2]) end
local sends = redis.call('HGET', KEYS[1], 'sends')
local previous = redis.call('HGET', KEYS[1], 'previous_send')
if sends == ARGV[2] and previous then
    redis.call('HSET', KEYS[1], 'sends', tostring(tonumber(sends) - 1), 'last_send', previous)
    redis.call('HDEL', KEYS[1], 'previous_send')
end
return 1
