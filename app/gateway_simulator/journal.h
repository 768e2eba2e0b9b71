#pragma once
#include "models/core/result.h"

#include <QFile>
#include <QJsonObject>

#include <functional>
#include <mutex>

namespace wemo::simulator {

/// An append-only file of JSON lines (mode 0600: it holds texts). A line is in the kernel's hands before write()
/// returns, so a killed simulator loses nothing it answered for; a torn last line is skipped. Without a file it does
/// nothing.
class Journal {
public:
    Result<void> open(const QString &path, const std::function<void(const QJsonObject &)> &read);
    void write(const QJsonObject &line);
    /// Replaces the whole by `lines`, atomically.
    Result<void> rewrite(const QList<QJsonObject> &lines);

private:
    Result<void> openToAppend();
    std::mutex m_mutex;
    QFile m_file;
};

} // namespace wemo::simulator
