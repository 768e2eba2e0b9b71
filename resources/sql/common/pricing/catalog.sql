SELECT kind, code, name_zh, name_en, is_invented FROM pricing_catalog ORDER BY kind, code
