#pragma once
#include "ui/shell/theme.h"

#include <QStringList>
#include <QUrl>

namespace wemo::console {

struct Options {
    QUrl server;     ///< empty: start the bundled service
    QString dataDir; ///< of the bundled service
    QString language;
    std::optional<ui::Scheme> scheme;
    bool reportStart = false; ///< print how long the start took, as one JSON line
};

/// Reads the command line. Prints help, the version or what is wrong, and ends the program, where that is asked for.
Options readOptions(const QStringList &arguments);

} // namespace wemo::console
