UPDATE sms_alarms SET until = :until WHERE kind = :kind AND subject = :subject AND until IS NULL;
