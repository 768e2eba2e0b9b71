#pragma once
#include "ui/pages/blocking/blocking_source.h"

namespace wemo::pages::blocking {

/// What the list of bans shows, in this order.
namespace ban_column {
enum { Subject, Kind, Match, Reason, Author, Created, Expires, State };
}

QList<ui::RowColumn<Ban>> banColumns(const std::function<Instant()> &now);
QList<ui::RowColumn<BanImport>> importColumns(const std::function<Instant()> &now);
/// A ban as a row of a file: words in the language of the console, times with their date.
QStringList banExportHeader();
QStringList banExportRow(const Ban &ban);

} // namespace wemo::pages::blocking
