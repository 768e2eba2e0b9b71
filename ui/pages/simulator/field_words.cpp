#include "ui/pages/simulator/field_words.h"

#include "models/pricing/ride.h"
#include "ui/widgets/error_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace wemo::pages::simulator {

namespace {

/// The service tells of limits in seconds and metres.
QString rangeWords(const QString &field) {
    const QLocale locale;
    if (field == u"minutes")
        return QCoreApplication::translate("Simulator", "From 0 to %1 minutes (366 days).")
            .arg(locale.toString(wemo::pricing::longestRideSeconds / 60));
    if (field == u"end")
        return QCoreApplication::translate("Simulator", "A ride takes 366 days at most.");
    if (field == u"km")
        return QCoreApplication::translate("Simulator", "From 0 to %1 km.")
            .arg(locale.toString(wemo::pricing::farthestRideMetres / 1000));
    if (field.endsWith(u"start"))
        return QCoreApplication::translate("Simulator", "From the year 2000 to 2200.");
    return {};
}

QString preciseWords(const QString &field) {
    return field == u"km" ? QCoreApplication::translate("Simulator", "At most three decimals: a metre.")
                          : QCoreApplication::translate("Simulator", "At most to the second, such as 6:01.");
}
} // namespace

QString fieldWords(const FieldError &error) {
    if (error.code == u"out-of-range")
        if (const QString words = rangeWords(error.path); !words.isEmpty())
            return words;
    if (error.code == u"too-precise")
        return preciseWords(error.path);
    if (error.code == u"not-numeric" || (error.code == u"wrong-type" && error.path != u"start"))
        return QCoreApplication::translate("Simulator", "This must be a number, such as 12.5.");
    if (error.code == u"wrong-time-zone")
        return QCoreApplication::translate(
            "Simulator",
            "This time is in another zone. Write Taipei time without an offset, with +08:00, or UTC with Z.");
    if (error.code == u"bad-time")
        return QCoreApplication::translate("Simulator", "This is not a time. Write it like 2026/11/24 22:05.");
    if (error.code == u"not-whole")
        return QCoreApplication::translate("Simulator", "Credit is in whole dollars.");
    return ui::fieldText(error);
}

} // namespace wemo::pages::simulator
