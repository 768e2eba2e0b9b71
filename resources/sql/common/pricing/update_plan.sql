UPDATE pricing_plans
SET code = :code, name_zh = :name_zh, name_en = :name_en, product = :product, model = :model, zone = :zone,
    tier = :tier, boundary = :boundary, retired_at = :retired_at, version = version + 1, updated_at = :updated_at
WHERE id = :id AND version = :version
