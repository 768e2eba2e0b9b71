INSERT INTO pricing_catalog (kind, code, name_zh, name_en, is_invented)
VALUES (:kind, :code, :name_zh, :name_en, :is_invented)
ON CONFLICT DO NOTHING
