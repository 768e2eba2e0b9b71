#include "ui/pages/simulator/ride_memory.h"

#include <QCoreApplication>

namespace wemo::pages::simulator {

namespace {
const QString recentKey = QStringLiteral("pages/fare-simulator/recent");

struct Length {
    const char *minutes;
    const char *km;
};
/// In the order of Preset.
constexpr Length lengths[] = {{"6", "1.5"}, {"24", "7"}, {"600", "12"}, {"90", "38"}};
} // namespace

RideEntry withPreset(RideEntry entry, Preset preset) {
    const Length &length = lengths[static_cast<int>(preset)];
    entry.minutes = QString::fromLatin1(length.minutes);
    entry.end.clear();
    entry.km = QString::fromLatin1(length.km);
    entry.pass = RideEntry().pass;
    entry.code = RideEntry().code;
    entry.credit.clear();
    return entry;
}

QStringList RideMemory::recent() const {
    return m_settings.value(recentKey).toStringList().mid(0, most);
}

void RideMemory::remember(const RideEntry &entry) {
    QStringList places = recent();
    const QString place = toPlace(entry);
    places.removeAll(place);
    places.prepend(place);
    m_settings.setValue(recentKey, QStringList(places.mid(0, most)));
}

QString titleOf(const RideEntry &entry) {
    const QString length = entry.end.isEmpty() ? QCoreApplication::translate("Simulator", "%1 min").arg(entry.minutes)
                                               : QCoreApplication::translate("Simulator", "until %1").arg(entry.end);
    return QCoreApplication::translate("Simulator", "%1 · %2 · %3 km").arg(entry.start, length, entry.km);
}

} // namespace wemo::pages::simulator
