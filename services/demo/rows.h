#pragma once
#include "models/core/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace wemo::demo {

/// Writes a JSON array of arrays straight into bytes: building a QJsonArray of 900,000 rows takes longer than storing
/// them.
class Rows {
public:
    Rows &begin();
    Rows &add(qint64 value);
    Rows &add(const QString &text);
    Rows &add(const std::optional<Instant> &at);
    void end() { m_json += ']'; }

    /// The whole array; what follows starts a new one.
    QString take();

private:
    void separate();
    QByteArray m_json = "[";
};

} // namespace wemo::demo
