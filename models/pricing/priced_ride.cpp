#include "models/pricing/priced_ride.h"

#include "models/core/json_parts.h"
#include "models/pricing/money_json.h"

namespace wemo::pricing {

namespace {
constexpr int longestText = 20'000;
constexpr int longestName = 200;
constexpr int mostLines = 1000;
constexpr qint64 most = 9'007'199'254'740'992; // what a JSON number holds exactly

/// A preview is by no plan and no config that is kept.
QJsonValue idOrNull(Id id) {
    return id == 0 ? QJsonValue() : QJsonValue(idToString(id));
}

QJsonObject partJson(const PricedRide::Part &part) {
    return {{"config_id", idToString(part.configId)},
            {"config_version", part.configVersion},
            {"fingerprint", part.fingerprint},
            {"from_minute", part.fromMinute}};
}

Result<PricedRide::Part> readPart(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    PricedRide::Part part;
    part.configId = reader.id("config_id");
    part.configVersion = reader.integer("config_version", 0, most);
    part.fingerprint = reader.string("fingerprint", longestName);
    part.fromMinute = reader.integer("from_minute", 0, most);
    return reader.finishLenient(std::move(part));
}

Result<Line> readLine(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    Line line;
    line.kind = reader.word("kind", lineKindFromString);
    line.unit = reader.word("unit", unitFromString);
    line.isCut = reader.optionalBoolean("is_cut").value_or(false);
    line.stretch = static_cast<int>(reader.optionalInteger("stretch", 0, mostLines).value_or(0));
    line.component = static_cast<int>(reader.integer("component", -1, mostLines));
    line.part = static_cast<int>(reader.integer("part", 0, 1'000'000));
    line.quantity = reader.integer("quantity", -most, most);
    line.rate = readRate(reader, "rate");
    line.amount = readRate(reader, "amount");
    return reader.finishLenient(line);
}

Quote readQuote(JsonReader &reader) {
    Quote quote;
    const std::vector<Line> lines = itemsFrom<Line>(reader, "lines", mostLines, readLine);
    for (const Line &line : lines)
        quote.lines.append(line);
    quote.rent = readRate(reader, "rent");
    quote.due = reader.integer("due", 0, most);
    return quote;
}
} // namespace

QJsonObject toJson(const Line &line) {
    return {{"kind", toString(line.kind)}, {"unit", toString(line.unit)}, {"is_cut", line.isCut},
            {"stretch", line.stretch},     {"component", line.component}, {"part", line.part},
            {"quantity", line.quantity},   {"rate", rateText(line.rate)}, {"amount", rateText(line.amount)}};
}

Result<Line> lineFromJson(const QJsonObject &json) {
    return readLine(json, {});
}

QJsonObject toJson(const PricedRide &priced) {
    QJsonArray lines;
    for (const Line &line : priced.quote.lines)
        lines.append(toJson(line));
    QJsonArray parts;
    for (const PricedRide::Part &part : priced.parts)
        parts.append(partJson(part));
    QJsonObject json{{"ride", toJson(priced.ride)},
                     {"plan_id", idOrNull(priced.planId)},
                     {"plan_code", priced.planCode},
                     {"plan_name_zh", priced.planNameZh},
                     {"plan_name_en", priced.planNameEn},
                     {"interval_id", idOrNull(priced.intervalId)},
                     {"config_id", idOrNull(priced.configId)},
                     {"config_version", priced.configVersion},
                     {"fingerprint", priced.fingerprint},
                     {"lines", lines},
                     {"rent", rateText(priced.quote.rent)},
                     {"due", priced.quote.due}};
    if (!parts.isEmpty())
        json.insert("parts", parts);
    if (!priced.supersedes.isEmpty())
        json.insert("supersedes", priced.supersedes);
    if (!priced.textZh.isEmpty())
        json.insert("text_zh", priced.textZh);
    if (!priced.textEn.isEmpty())
        json.insert("text_en", priced.textEn);
    return json;
}

Result<PricedRide> pricedRideFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    PricedRide priced;
    const Result<Ride> ride = rideFromJson(reader.object("ride"), reader.pathOf("ride"));
    if (ride)
        priced.ride = *ride;
    else
        reader.failAll(ride.error().fields);
    priced.planId = reader.optionalId("plan_id").value_or(0);
    priced.planCode = reader.optionalString("plan_code", longestName).value_or(QString());
    priced.planNameZh = reader.optionalString("plan_name_zh", longestName).value_or(QString());
    priced.planNameEn = reader.optionalString("plan_name_en", longestName).value_or(QString());
    priced.intervalId = reader.optionalId("interval_id").value_or(0);
    priced.configId = reader.optionalId("config_id").value_or(0);
    priced.configVersion = reader.integer("config_version", 0, most);
    priced.fingerprint = reader.optionalString("fingerprint", longestName).value_or(QString());
    if (reader.has("parts"))
        priced.parts = itemsFrom<PricedRide::Part>(reader, "parts", mostLines, readPart);
    priced.quote = readQuote(reader);
    priced.supersedes = reader.optionalString("supersedes", longestName).value_or(QString());
    priced.textZh = reader.optionalString("text_zh", longestText).value_or(QString());
    priced.textEn = reader.optionalString("text_en", longestText).value_or(QString());
    return reader.finishLenient(std::move(priced));
}

} // namespace wemo::pricing
