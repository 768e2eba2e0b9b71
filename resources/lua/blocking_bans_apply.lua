-- Some of what has changed on the ban list. KEYS: the lock of who writes the copy, the list's marker, then the shard of
-- each entry. ARGV: token of the lock, how much longer it is held (ms), the change reached with these ('' = not there
-- yet), the lengths in use, then for each entry its member and when it ends (0 = not by itself, '' = not banned any
-- more). Answers 0 where the lock is another's by now, or the copy is lost.
if redis.call('GET', KEYS[1]) ~= ARGV[1] or redis.call('HEXISTS', KEYS[2], 'applied') == 0 then return 0 end
for i = 3, #KEYS do
    local member, ends = ARGV[i * 2 - 1], ARGV[i * 2]
    if ends == '' then redis.call('HDEL', KEYS[i], member) else redis.call('HSET', KEYS[i], member, ends) end
end
redis.call('HSET', KEYS[2], 'lengths', ARGV[4])
if ARGV[3] ~= '' then
    redis.call('HSET', KEYS[2], 'applied', ARGV[3])
    redis.call('DEL', KEYS[1])
else
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
