-- ARGV: lock ms, then id and token in turn.  Where those
-- stand whose lock is not ours any more.
local lost = {}
for i = 2, #ARGV, 2 do
    local lock = P .. ARGV[i] .. ':lock'
    if call('GET', lock) == ARGV[i + 1] then
        call('PEXPIRE', lock, ARGV[1])
        call('SREM', STALLED, ARGV[i])
    else
        lost[#lost + 1] = i
    end
end
return lost
