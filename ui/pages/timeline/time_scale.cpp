#include "ui/pages/timeline/time_scale.h"

#include "ui/widgets/time_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace wemo::pages::timeline {

using Unit = TimeAxis::Unit;

namespace {
constexpr double minute = 60'000;
constexpr double day = 86'400'000;
constexpr int mostTicks = 400;

struct Size {
    Unit unit;
    double ms;   ///< about as long
    double room; ///< pixels its labels need
};
constexpr Size sizes[] = {
    {Unit::QuarterHour, 15 * minute, 52}, {Unit::Hour, 60 * minute, 52}, {Unit::ThreeHours, 180 * minute, 52},
    {Unit::SixHours, 360 * minute, 52},   {Unit::Day, day, 34},          {Unit::Week, 7 * day, 56},
    {Unit::Month, 30.4 * day, 48},        {Unit::Quarter, 91 * day, 48}, {Unit::Year, 365 * day, 48},
    {Unit::FiveYears, 1826 * day, 48}};

/// The last boundary of the unit at or before `at`.
QDateTime floorTo(Unit unit, QDateTime at) {
    const QDate date = at.date();
    const auto hours = [&](int every) { at.setTime(QTime(at.time().hour() / every * every, 0)); };
    switch (unit) {
    case Unit::QuarterHour:
        at.setTime(QTime(at.time().hour(), at.time().minute() / 15 * 15));
        return at;
    case Unit::Hour:
        hours(1);
        return at;
    case Unit::ThreeHours:
        hours(3);
        return at;
    case Unit::SixHours:
        hours(6);
        return at;
    case Unit::Day:
        at.setTime(QTime(0, 0));
        return at;
    case Unit::Week:
        at.setTime(QTime(0, 0));
        return at.addDays(1 - date.dayOfWeek());
    case Unit::Month:
        return QDateTime(QDate(date.year(), date.month(), 1), QTime(0, 0), at.timeZone());
    case Unit::Quarter:
        return QDateTime(QDate(date.year(), (date.month() - 1) / 3 * 3 + 1, 1), QTime(0, 0), at.timeZone());
    case Unit::Year:
        return QDateTime(QDate(date.year(), 1, 1), QTime(0, 0), at.timeZone());
    case Unit::FiveYears:
        return QDateTime(QDate(date.year() / 5 * 5, 1, 1), QTime(0, 0), at.timeZone());
    }
    return at;
}

QDateTime next(Unit unit, const QDateTime &at) {
    switch (unit) {
    case Unit::QuarterHour:
        return at.addSecs(900);
    case Unit::Hour:
        return at.addSecs(3600);
    case Unit::ThreeHours:
        return at.addSecs(3 * 3600);
    case Unit::SixHours:
        return at.addSecs(6 * 3600);
    case Unit::Day:
        return at.addDays(1);
    case Unit::Week:
        return at.addDays(7);
    case Unit::Month:
        return at.addMonths(1);
    case Unit::Quarter:
        return at.addMonths(3);
    case Unit::Year:
        return at.addYears(1);
    case Unit::FiveYears:
        return at.addYears(5);
    }
    return at;
}

QList<Tick> marks(Unit unit, const TimeScale &scale, double width, const QString &format) {
    QList<Tick> ticks;
    const QLocale locale;
    const Instant last = scale.at(width);
    for (QDateTime at = floorTo(unit, ui::toTaipei(scale.at(0)));
         ui::fromTaipei(at) <= last && ticks.size() < mostTicks; at = next(unit, at))
        ticks.append({ui::fromTaipei(at), locale.toString(at, format)});
    return ticks;
}
} // namespace

void TimeScale::zoom(double factor, double x) {
    const Instant held = at(x);
    msPerPixel = std::clamp(msPerPixel / factor, finest, coarsest);
    origin = held - Milliseconds(static_cast<qint64>(x * msPerPixel));
}

void TimeScale::fit(Instant from, Instant to, double width) {
    msPerPixel = std::clamp(static_cast<double>((to - from).count()) / std::max(1.0, width), finest, coarsest);
    origin = from;
}

Unit TimeAxis::unitFor(double msPerPixel) {
    for (const Size &size : sizes)
        if (size.ms / msPerPixel >= size.room)
            return size.unit;
    return Unit::FiveYears;
}

QList<Tick> TimeAxis::ticks(const TimeScale &scale, double width) {
    const Unit unit = unitFor(scale.msPerPixel);
    QString format = QStringLiteral("HH:mm");
    if (unit == Unit::Day)
        format = tr("d", "day in the axis, as of QDateTime");
    else if (unit == Unit::Week)
        format = tr("d MMM", "week in the axis");
    else if (unit == Unit::Month || unit == Unit::Quarter)
        format = tr("MMM", "month in the axis");
    else if (unit == Unit::Year || unit == Unit::FiveYears)
        format = QStringLiteral("yyyy");
    return marks(unit, scale, width, format);
}

QList<Tick> TimeAxis::headings(const TimeScale &scale, double width) {
    switch (unitFor(scale.msPerPixel)) {
    case Unit::QuarterHour:
    case Unit::Hour:
    case Unit::ThreeHours:
    case Unit::SixHours:
        return marks(Unit::Day, scale, width, tr("ddd d MMM yyyy", "day above the hours of the axis"));
    case Unit::Day:
    case Unit::Week:
        return marks(Unit::Month, scale, width, tr("MMMM yyyy", "month above the days of the axis"));
    case Unit::Month:
    case Unit::Quarter:
        return marks(Unit::Year, scale, width, tr("yyyy", "year above the months of the axis"));
    case Unit::Year:
    case Unit::FiveYears:
        break;
    }
    return {};
}

Milliseconds TimeAxis::step(double msPerPixel) {
    constexpr double least = 6; // pixels
    for (const double ms : {15 * minute, 60 * minute, 360 * minute})
        if (ms / msPerPixel >= least)
            return Milliseconds(static_cast<qint64>(ms));
    return Milliseconds(static_cast<qint64>(day));
}

} // namespace wemo::pages::timeline
