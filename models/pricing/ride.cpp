#include "models/pricing/ride.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"
#include "models/pricing/config.h"
#include "models/pricing/config_limits.h"
#include "models/pricing/money_json.h"

#include <QDateTime>

#include <cmath>

namespace wemo::pricing {

namespace {
constexpr EnumNames<BenefitKind, 3> kinds{
    {{BenefitKind::Pass, "pass"}, {BenefitKind::Code, "code"}, {BenefitKind::Credit, "credit"}}};
constexpr EnumNames<BenefitEffect, 3> effects{{{BenefitEffect::FreeMinutes, "free_minutes"},
                                               {BenefitEffect::Percent, "percent"},
                                               {BenefitEffect::Amount, "amount"}}};
constexpr int mostBenefits = 3;
constexpr int wholePercent = 10'000;

QJsonObject benefitJson(const Benefit &benefit) {
    QJsonObject json{
        {"kind", kinds.toString(benefit.kind)}, {"code", benefit.code}, {"effect", effects.toString(benefit.effect)}};
    if (benefit.effect == BenefitEffect::FreeMinutes)
        json.insert("value", benefit.value);
    else
        json.insert("value",
                    benefit.effect == BenefitEffect::Percent ? percentText(benefit.value) : rateText(benefit.value));
    if (benefit.most)
        json.insert("most", rateText(*benefit.most));
    return json;
}

Result<Benefit> readBenefit(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Benefit benefit;
    benefit.kind = reader.word("kind", [](QStringView word) { return kinds.fromString(word); });
    benefit.code = reader.optionalString("code", 60).value_or(QString());
    benefit.effect = reader.word("effect", [](QStringView word) { return effects.fromString(word); });
    switch (benefit.effect) {
    case BenefitEffect::FreeMinutes:
        benefit.value = reader.integer("value", 0, mostMinutes);
        break;
    case BenefitEffect::Percent:
        benefit.value = readPercent(reader, "value");
        break;
    case BenefitEffect::Amount:
        benefit.value = readRate(reader, "value");
        break;
    }
    benefit.most = readOptionalRate(reader, "most");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return benefit;
}

/// With Z or the offset of Taipei: another one means that the ride's clock is not the plan's.
Instant readStart(JsonReader &reader) {
    const QString text = reader.string("start", 40);
    const Result<Instant> at = fromIso(text);
    if (!at) {
        if (!text.isEmpty())
            reader.fail("start", at.error().code, at.error().message);
        return {};
    }
    const QDateTime written = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (written.offsetFromUtc() != 0 && written.offsetFromUtc() != localOffsetMs / 1000)
        reader.fail("start", "wrong-time-zone", "The start must be in UTC (Z) or in the time of Taipei (+08:00).");
    return *at;
}

/// One amount that may be given in either of two units.
qint64 readEither(JsonReader &reader, const QString &fine, const QString &coarse, double perCoarse, qint64 most) {
    if (reader.has(fine) == reader.has(coarse)) {
        (void)reader.optionalNumber(fine, 0, static_cast<double>(most));
        (void)reader.optionalNumber(coarse, 0, static_cast<double>(most));
        reader.fail(coarse, "required", QString("Give either \"%1\" or \"%2\".").arg(coarse, fine));
        return 0;
    }
    if (reader.has(fine))
        return reader.integer(fine, 0, most);
    const double value = reader.number(coarse, 0, static_cast<double>(most) / perCoarse) * perCoarse;
    const double whole = std::round(value);
    if (std::abs(value - whole) > 1e-5)
        reader.fail(coarse, "too-precise", QString("At most as precise as one of \"%1\".").arg(fine));
    return static_cast<qint64>(whole);
}
} // namespace

Result<Ride> rideFromJson(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Ride ride;
    ride.product = reader.optionalString("product", 60).value_or(ride.product);
    ride.model = reader.optionalString("model", 60).value_or(QString());
    ride.tier = reader.optionalString("tier", 60).value_or(QString());
    ride.pickupZone = reader.optionalString("pickup_zone", 60).value_or(QString());
    ride.returnZone = reader.optionalString("return_zone", 60).value_or(QString());
    if (reader.optionalString("time_zone", 60).value_or(QString::fromLatin1(localTimeZone)) !=
        QLatin1StringView(localTimeZone))
        reader.fail("time_zone", "wrong-time-zone", "Prices are read by the clock of Asia/Taipei.");
    ride.start = readStart(reader);
    ride.seconds = readEither(reader, "seconds", "minutes", 60, longestRideSeconds);
    ride.metres = readEither(reader, "metres", "km", 1000, farthestRideMetres);
    ride.packageHours = reader.optionalInteger("package_hours", 1, mostHours);
    if (reader.has("benefits"))
        ride.benefits = itemsFrom<Benefit>(reader, "benefits", mostBenefits, readBenefit);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    QList<FieldError> errors = check(ride);
    for (FieldError &error : errors)
        error.path = reader.pathOf(error.path);
    reader.failAll(errors);
    return reader.finishLenient(std::move(ride));
}

QJsonObject toJson(const Ride &ride) {
    QJsonObject json{{"product", ride.product},
                     {"model", ride.model},
                     {"tier", ride.tier},
                     {"pickup_zone", ride.pickupZone},
                     {"return_zone", ride.returnZone},
                     {"start", toIso(ride.start)},
                     {"seconds", ride.seconds},
                     {"metres", ride.metres}};
    if (ride.packageHours)
        json.insert("package_hours", *ride.packageHours);
    if (!ride.benefits.empty()) {
        QJsonArray benefits;
        for (const Benefit &benefit : ride.benefits)
            benefits.append(benefitJson(benefit));
        json.insert("benefits", benefits);
    }
    return json;
}

QList<FieldError> check(const Ride &ride) {
    QList<FieldError> errors;
    const auto range = [&](const QString &path, qint64 value, qint64 least, qint64 most) {
        if (value < least || value > most)
            errors.append({path, "out-of-range", QString("Expected a number from %1 to %2.").arg(least).arg(most)});
    };
    range("seconds", ride.seconds, 0, longestRideSeconds);
    range("metres", ride.metres, 0, farthestRideMetres);
    if (ride.packageHours)
        range("package_hours", *ride.packageHours, 1, mostHours);
    if (ride.start < earliestTime || ride.start > latestTime)
        errors.append({"start", "out-of-range", "Expected a time from the year 2000 to 2200."});
    for (std::size_t i = 0; i < ride.benefits.size(); ++i) {
        const Benefit &benefit = ride.benefits[i];
        const QString path = QString("benefits[%1]").arg(i);
        const bool isPercent = benefit.effect == BenefitEffect::Percent;
        const bool isTime = benefit.effect == BenefitEffect::FreeMinutes;
        range(path + ".value", benefit.value, 0, isPercent ? wholePercent : isTime ? mostMinutes : mostRate);
        if (benefit.most)
            range(path + ".most", *benefit.most, 0, mostRate);
        const bool isWhole = benefit.value % perTwd == 0 && benefit.most.value_or(0) % perTwd == 0;
        if (benefit.kind == BenefitKind::Credit && (benefit.effect != BenefitEffect::Amount || !isWhole))
            errors.append({path + ".value", "not-whole", "Credit is an amount of whole TWD."});
        for (std::size_t k = 0; k < i; ++k)
            if (ride.benefits[k].kind == benefit.kind)
                errors.append({path + ".kind", "twice", "A ride uses one pass, one code and one credit at most."});
    }
    return errors;
}

} // namespace wemo::pricing
