#include "ui/pages/delivery/delivery_text.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace wemo::pages::delivery {

using namespace wemo::delivery;

namespace {
constexpr double tenThousand = 10'000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DeliveryText)
};
} // namespace

QString percentText(const std::optional<double> &share) {
    return share ? Text::tr("%1 %").arg(QLocale().toString(*share * 100, 'f', 1)) : QStringLiteral("–");
}

QString timeText(const std::optional<Milliseconds> &time) {
    return time ? ui::durationText(*time) : QStringLiteral("–");
}

QString costText(qint64 tenThousandths) {
    return Text::tr("NT$ %1").arg(QLocale().toString(std::llround(static_cast<double>(tenThousandths) / tenThousand)));
}

QString gatewayText(const QString &name) {
    if (name.isEmpty())
        return Text::tr("No gateway yet");
    if (name == u"every8d")
        return QStringLiteral("EVERY8D");
    return name == u"mitake" ? Text::tr("Mitake") : name;
}

QString keyText(Grouping by, const QString &key) {
    if (by == Grouping::Gateway)
        return gatewayText(key);
    return key.isEmpty() ? QStringLiteral("–") : key;
}

QString alarmText(const Alarm &alarm) {
    switch (alarm.kind) {
    case AlarmKind::RateFell:
        return Text::tr("%1 delivers %2 of its messages; it should be at least %3.")
            .arg(gatewayText(alarm.subject), percentText(alarm.value), percentText(alarm.limit));
    case AlarmKind::BalanceLow:
        return Text::tr("%1 has %2 credits left; it should be at least %3.")
            .arg(gatewayText(alarm.subject), QLocale().toString(std::llround(alarm.value)),
                 QLocale().toString(std::llround(alarm.limit)));
    case AlarmKind::RatioBroke:
        return Text::tr("Of the codes sent to %1, only %2 were used.").arg(alarm.subject, percentText(alarm.value));
    }
    return {};
}

QString adviceText(AlarmKind kind) {
    switch (kind) {
    case AlarmKind::RateFell:
        return Text::tr("Look at what its messages failed of; shift its share to another gateway if it lasts.");
    case AlarmKind::BalanceLow:
        return Text::tr("Have credit added before it is used up; nothing is sent without.");
    case AlarmKind::RatioBroke:
        return Text::tr("Somebody may be having codes sent for money. Sending to it was stopped.");
    }
    return {};
}

QString breakerText(const Breaker &breaker) {
    if (!breaker.stoppedBy.isEmpty())
        return Text::tr("Nothing is sent to numbers with %1: stopped by %2, “%3”.")
            .arg(breaker.prefix, breaker.stoppedBy, breaker.stopReason);
    return Text::tr("Nothing is sent to numbers with %1: of %2 codes only %3 were used.")
        .arg(breaker.prefix, QLocale().toString(breaker.codes), percentText(breaker.ratio));
}

} // namespace wemo::pages::delivery
