SELECT sms_add_partitions(:from_at, :until_at) AS made;
