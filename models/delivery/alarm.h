#pragma once
#include "models/core/json_reader.h"

namespace wemo::delivery {

/// Something about sending that a person should look at.
enum class AlarmKind {
    RateFell,   ///< a gateway delivers less than it should
    BalanceLow, ///< a gateway's credit runs out
    RatioBroke, ///< codes are asked for and hardly used: somebody may be pumping SMS
};
QString toString(AlarmKind kind); ///< rate-fell, balance-low, ratio-broke
std::optional<AlarmKind> alarmKindFromString(QStringView text);

struct Alarm {
    Id id = 0;
    AlarmKind kind = AlarmKind::RateFell;
    QString subject; ///< the gateway, or the carrier prefix
    Instant since;
    std::optional<Instant> until; ///< nothing while it lasts
    double value = 0;             ///< what was measured when it began: a share, or a balance in credits
    double limit = 0;             ///< what it has to be at least
    bool operator==(const Alarm &) const = default;
};

/// Sending to a carrier prefix was stopped. Only a person lets it go on.
struct Breaker {
    Id id = 0;
    QString prefix; ///< "0912"
    Instant since;
    double ratio = 0;   ///< used codes of those sent when it opened
    qint64 codes = 0;   ///< and how many were sent
    QString stoppedBy;  ///< empty: the service's own watch
    QString stopReason; ///< of a person
    std::optional<Instant> liftedAt;
    QString liftedBy;
    QString liftReason;
    bool operator==(const Breaker &) const = default;
};

/// When to raise an alarm.
struct AlarmRules {
    Milliseconds window{60 * 60'000};   ///< what is looked at, up to `patience` ago
    Milliseconds patience{10 * 60'000}; ///< a message may take that long to arrive, a code to be used
    int fewest = 60;                    ///< fewer messages say nothing
    double lowestRate = 0.8;            ///< delivered, of those ended
    double lowestRatio = 0.2;           ///< used, of the codes sent to a prefix
    double lowestBalance = 1'000;       ///< credits
};

QJsonObject toJson(const Alarm &alarm);
Result<Alarm> alarmFromJson(const QJsonObject &json);
QJsonObject toJson(const Breaker &breaker);
Result<Breaker> breakerFromJson(const QJsonObject &json);

} // namespace wemo::delivery
