#pragma once
#include "models/blocking/ban.h"
#include "models/blocking/ban_import.h"
#include "models/blocking/block.h"
#include "models/blocking/history.h"
#include "models/blocking/policy_record.h"

namespace wemo::gallery {

QList<wemo::blocking::PolicyRecord> cannedPolicies(Instant now);
QList<wemo::blocking::Block> cannedBlocks(Instant now);
QList<wemo::blocking::Ban> cannedBans(Instant now, int count);
QList<wemo::blocking::BanImport> cannedImports(Instant now);
QList<wemo::blocking::HistoryEntry> cannedHistory(Instant now);

} // namespace wemo::gallery
