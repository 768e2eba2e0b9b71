#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace wemo::ui {

namespace {
const QTimeZone &taipei() {
    // Taiwan has had no summer time since 1979: the fixed offset is right where no time zone data is installed.
    static const QTimeZone zone = [] {
        const QTimeZone named("Asia/Taipei");
        return named.isValid() ? named : QTimeZone(8 * 3600);
    }();
    return zone;
}
} // namespace

QDateTime toTaipei(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at), taipei());
}

Instant fromTaipei(const QDateTime &local) {
    return fromMs(QDateTime(local.date(), local.time(), taipei()).toMSecsSinceEpoch());
}

QString timeOfDay(Instant at) {
    return toTaipei(at).toString(QStringLiteral("HH:mm:ss"));
}

QString timeOfDayMs(Instant at) {
    return toTaipei(at).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString dateAndTime(Instant at) {
    return toTaipei(at).toString(QStringLiteral("yyyy/MM/dd HH:mm:ss"));
}

QString shortTime(Instant at, Instant now) {
    const QDateTime then = toTaipei(at);
    const QDate today = toTaipei(now).date();
    if (then.date() == today)
        return then.toString(QStringLiteral("HH:mm:ss"));
    return then.toString(then.date().year() == today.year() ? QStringLiteral("MM/dd HH:mm")
                                                            : QStringLiteral("yyyy/MM/dd HH:mm"));
}

QString relativeTime(Instant at, Instant now) {
    const qint64 seconds = (toMs(now) - toMs(at)) / 1000;
    if (toMs(at) > toMs(now) + 5'000) // a little ahead is two clocks that differ, not the future
        return {};
    if (seconds < 5)
        return QCoreApplication::translate("TimeText", "just now");
    if (seconds < 60)
        return QCoreApplication::translate("TimeText", "%1 s ago").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("TimeText", "%1 min ago").arg(seconds / 60);
    if (seconds < 86'400)
        return QCoreApplication::translate("TimeText", "%1 h ago").arg(seconds / 3600);
    return QCoreApplication::translate("TimeText", "%1 d ago").arg(seconds / 86'400);
}

QString durationText(Milliseconds span) {
    const qint64 ms = std::max<qint64>(0, span.count());
    if (ms < 1000)
        return QCoreApplication::translate("TimeText", "%1 ms").arg(ms);
    if (ms < 60'000)
        return QCoreApplication::translate("TimeText", "%1 s")
            .arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        return QCoreApplication::translate("TimeText", "%1 min %2 s")
            .arg(seconds / 60)
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return QCoreApplication::translate("TimeText", "%1 h %2 min")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString remainingText(Milliseconds span) {
    const qint64 seconds = std::max<qint64>(0, (span.count() + 999) / 1000);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

Instant startOfDay(Instant at) {
    return fromMs(toTaipei(at).date().startOfDay(taipei()).toMSecsSinceEpoch());
}

} // namespace wemo::ui
