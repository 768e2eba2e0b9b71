-- ARGV: at most, '1' = delayed ones too.  Removes what waits; how many.
local most = tonumber(ARGV[1])
local gone = call('RPOP', WAIT, most) or {}
for _, set in ipairs({PRIORITIZED, ARGV[2] == '1' and DELAYED or nil}) do
    if #gone < most then
        local popped = call('ZPOPMIN', set, most - #gone)
        for i = 1, #popped, 2 do
            gone[#gone + 1] = popped[i]
        end
    end
end
forgetUnfinished(gone)
return #gone
