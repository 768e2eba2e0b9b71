-- A send that did not happen. The next try has the same number, so that a message which was recorded after all is not
-- asked for twice; it is counted then.
-- KEYS: challenge   ARGV: which send
local sends, previous = unpack(redis.call('HMGET', KEYS[1], 'sends', 'previous_send'))
if sends ~= ARGV[1] then return 0 end
if previous then
    redis.call('HSET', KEYS[1], 'sends', tostring(tonumber(sends) - 1), 'last_send', previous)
    redis.call('HDEL', KEYS[1], 'previous_send')
else
    redis.call('HSET', KEYS[1], 'uncounted', '1')
end
return 1
