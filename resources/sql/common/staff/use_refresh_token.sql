UPDATE staff_tokens SET used_at = :now WHERE hash = :hash AND kind = 'refresh' AND used_at IS NULL
