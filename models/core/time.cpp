#include "models/core/time.h"

#include <QDateTime>

namespace wemo {

QString toIso(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Instant> fromIso(QStringView text) {
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return failure(ErrorKind::InvalidInput, "bad-time", "Expected a time such as 2026-11-22T05:18:50Z.");
    return fromMs(parsed.toMSecsSinceEpoch());
}

} // namespace wemo
