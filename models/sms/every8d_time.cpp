#include "models/sms/every8d_time.h"

#include <QDateTime>

namespace wemo::sms::every8d {

namespace {
constexpr int offsetSeconds = 8 * 3600;
const QString compact = QStringLiteral("yyyyMMddHHmmss");
const QString spelled = QStringLiteral("yyyy/MM/dd HH:mm:ss");

QString format(Instant at, const QString &pattern) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::OffsetFromUTC, offsetSeconds).toString(pattern);
}
} // namespace

std::optional<Instant> instantFromTaipei(QStringView text) {
    const QString &pattern = text.size() == compact.size() ? compact : spelled;
    const QDateTime wall = QDateTime::fromString(text.toString(), pattern);
    if (!wall.isValid() || wall.date().year() < 2000)
        return std::nullopt;
    return fromMs(QDateTime(wall.date(), wall.time(), Qt::OffsetFromUTC, offsetSeconds).toMSecsSinceEpoch());
}

QString taipeiCompact(Instant at) {
    return format(at, compact);
}
QString taipeiSpelled(Instant at) {
    return format(at, spelled);
}

} // namespace wemo::sms::every8d
