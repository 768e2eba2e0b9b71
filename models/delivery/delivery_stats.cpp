#include "models/delivery/delivery_stats.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::delivery {

namespace {
constexpr EnumNames<Grouping, 5> groupings{{
    {Grouping::Hour, "hour"},
    {Grouping::Day, "day"},
    {Grouping::Gateway, "gateway"},
    {Grouping::Prefix, "prefix"},
    {Grouping::Template, "template"},
}};

/// Name and place of every count, so that both directions are one table.
constexpr std::pair<const char *, qint64 DeliveryStats::*> counts[] = {
    {"asked", &DeliveryStats::asked},         {"accepted", &DeliveryStats::accepted},
    {"delivered", &DeliveryStats::delivered}, {"undelivered", &DeliveryStats::undelivered},
    {"canceled", &DeliveryStats::canceled},   {"unknown", &DeliveryStats::unknown},
    {"open", &DeliveryStats::open},           {"codes", &DeliveryStats::codes},
    {"verified", &DeliveryStats::verified},   {"cost_ten_thousandths", &DeliveryStats::cost},
};
constexpr qint64 mostCounted = 1'000'000'000'000'000;
constexpr int mostItems = 10'000;

std::optional<double> share(qint64 part, qint64 whole) {
    return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}
QJsonValue orNull(const std::optional<double> &value) {
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonObject toJson(const DeliveryStats &stats) {
    QJsonObject json{{"to_delivery", stats.toDelivery.toText()},
                     {"p50_ms", wemo::orNull(stats.toDelivery.quantile(0.5))},
                     {"p95_ms", wemo::orNull(stats.toDelivery.quantile(0.95))},
                     {"delivery_rate", orNull(stats.deliveryRate())},
                     {"verified_ratio", orNull(stats.verifiedRatio())}};
    for (const auto &[name, count] : counts)
        json.insert(QLatin1String(name), stats.*count);
    return json;
}

DeliveryStats statsFrom(JsonReader &reader) {
    DeliveryStats stats;
    for (const auto &[name, count] : counts)
        stats.*count = reader.integer(QLatin1String(name), 0, mostCounted);
    stats.toDelivery = TimeHistogram::fromText(reader.string("to_delivery", 2000, 0));
    return stats;
}

Result<DeliveryStats> statsFromJson(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    DeliveryStats stats = statsFrom(reader);
    return reader.finishLenient(std::move(stats));
}

QJsonObject toJson(const StatsItem &item) {
    QJsonObject json = toJson(item.stats);
    json.insert("key", item.key);
    return json;
}

Result<StatsItem> itemFromJson(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    StatsItem item{reader.string("key", 100, 0), statsFrom(reader)};
    return reader.finishLenient(std::move(item));
}
} // namespace

void DeliveryStats::add(const DeliveryStats &other) {
    for (const auto &[name, count] : counts)
        this->*count += other.*count;
    toDelivery.add(other.toDelivery);
}

std::optional<double> DeliveryStats::deliveryRate() const {
    return share(delivered, delivered + undelivered + unknown);
}
std::optional<double> DeliveryStats::verifiedRatio() const {
    return share(verified, codes);
}

void add(DeliveryStats &stats, const Outcome &outcome) {
    ++stats.asked;
    stats.accepted += outcome.wasAccepted ? 1 : 0;
    stats.codes += outcome.hasCode ? 1 : 0;
    stats.verified += outcome.hasCode && outcome.wasVerified ? 1 : 0;
    stats.cost += outcome.cost;
    using sms::DeliveryState;
    switch (outcome.state) {
    case DeliveryState::Delivered:
        ++stats.delivered;
        if (outcome.toDelivery)
            stats.toDelivery.add(*outcome.toDelivery);
        break;
    case DeliveryState::Undelivered:
    case DeliveryState::Expired:
    case DeliveryState::Rejected:
    case DeliveryState::Failed:
        ++stats.undelivered;
        break;
    case DeliveryState::Canceled:
        ++stats.canceled;
        break;
    case DeliveryState::Unknown:
    case DeliveryState::SubmitUnknown:
        ++stats.unknown;
        break;
    case DeliveryState::Created:
    case DeliveryState::Submitting:
    case DeliveryState::Accepted:
    case DeliveryState::Scheduled:
    case DeliveryState::Sent:
        ++stats.open;
        break;
    }
}

QString toString(Grouping by) {
    return groupings.toString(by);
}
std::optional<Grouping> groupingFromString(QStringView text) {
    return groupings.fromString(text);
}

QJsonObject toJson(const StatsReport &report) {
    QJsonArray items;
    for (const StatsItem &item : report.items)
        items.append(toJson(item));
    return {{"from", toIso(report.from)},  {"to", toIso(report.to)}, {"by", toString(report.by)},
            {"as_of", toIso(report.asOf)}, {"items", items},         {"total", toJson(report.total)}};
}

Result<StatsReport> statsReportFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    StatsReport report;
    report.from = reader.instant("from");
    report.to = reader.instant("to");
    report.asOf = reader.instant("as_of");
    report.by = reader.word("by", groupingFromString);
    const auto items = itemsFrom<StatsItem>(reader, "items", mostItems, itemFromJson);
    report.items = QList<StatsItem>(items.begin(), items.end());
    const Result<DeliveryStats> total = statsFromJson(reader.object("total"), "total");
    if (total)
        report.total = *total;
    else
        reader.failAll(total.error().fields);
    return reader.finishLenient(std::move(report));
}

} // namespace wemo::delivery
