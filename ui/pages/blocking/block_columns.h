#pragma once
#include "ui/pages/blocking/blocking_source.h"

namespace wemo::pages::blocking {

/// What the list of blocks shows, in this order.
namespace block_column {
enum { Subject, Kind, Cause, Left, Since, Refused, Strikes, Mode, Request };
}

QList<ui::RowColumn<Block>> blockColumns(const std::function<Instant()> &now);
QString keyOf(const BlockKey &key);
QString keyOf(const Block &block);

} // namespace wemo::pages::blocking
