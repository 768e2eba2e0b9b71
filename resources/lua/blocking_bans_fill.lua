-- A step of making the ban list's copy anew. KEYS: the lock, the list's marker, then shards
-- ARGV: token of the lock, how much longer it is held (ms), the step, then for 'fill' the member of each shard's entry
-- and when it ends; for 'end' the change that the copy is up to and the lengths in use. 'clear' forgets the shards.
-- Without the marker nothing is decided. Answers 0 where the lock is another's by now.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if ARGV[3] == 'clear' then
    for i = 2, #KEYS do redis.call('UNLINK', KEYS[i]) end
elseif ARGV[3] == 'fill' then
    for i = 3, #KEYS do redis.call('HSET', KEYS[i], ARGV[i * 2 - 2], ARGV[i * 2 - 1]) end
else
    redis.call('HSET', KEYS[2], 'applied', ARGV[4], 'lengths', ARGV[5])
    redis.call('DEL', KEYS[1])
end
return 1
