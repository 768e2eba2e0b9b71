-- ARGV: lock ms, then id and token in turn.  The tokens that hold no more. Not the
-- ids: a worker may have taken its own stalled job again, under a new token.
local lost = {}
for i = 2, #ARGV, 2 do
    local lock = P .. ARGV[i] .. ':lock'
    if call('GET', lock) == ARGV[i + 1] then
        call('PEXPIRE', lock, ARGV[1])
        call('SREM', STALLED, ARGV[i])
    else
        lost[#lost + 1] = ARGV[i + 1]
    end
end
return lost
