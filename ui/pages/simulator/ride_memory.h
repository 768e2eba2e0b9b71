#pragma once
#include "ui/pages/simulator/ride_entry.h"

#include <QSettings>

namespace wemo::pages::simulator {

/// Rides that are asked about every day.
enum class Preset { ShortHop, Commute, Overnight, Far };
/// `entry` with the preset's minutes and kilometres, without benefits; start, words and the other instant stay.
RideEntry withPreset(RideEntry entry, Preset preset);

/// Rides that were calculated with Enter, newest first, as places.
class RideMemory final {
public:
    static constexpr int most = 8;
    explicit RideMemory(QSettings &settings)
        : m_settings(settings) {}
    QStringList recent() const;
    void remember(const RideEntry &entry);

private:
    QSettings &m_settings;
};

/// "2026/11/24 22:05 · 30 min · 8 km", the numbers as they were typed.
QString titleOf(const RideEntry &entry);

} // namespace wemo::pages::simulator
