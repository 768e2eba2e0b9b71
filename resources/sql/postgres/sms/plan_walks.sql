-- For this transaction: one plan a statement, kept, and that down an index. What is asked for is a few rows off the end
-- of one, over many months; planning it anew takes longer than reading them, and a planner that does not know the limit
-- would rather read a whole table.
SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true);
