UPDATE staff_accounts SET active = :active, updated_at = :now WHERE id = :id
