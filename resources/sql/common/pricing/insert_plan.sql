INSERT INTO pricing_plans (id, code, name_zh, name_en, product, model, zone, tier, boundary, is_invented, retired_at, version, timeline_version, created_at, updated_at)
VALUES (:id, :code, :name_zh, :name_en, :product, :model, :zone, :tier, :boundary, :is_invented, :retired_at, :version, :timeline_version, :updated_at, :updated_at)
