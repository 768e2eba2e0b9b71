#include "models/pricing/impact.h"

#include "models/core/json_parts.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr qint64 most = 9'007'199'254'740'992;
constexpr int longestName = 200;

QJsonObject sumsJson(const ImpactSums &sums) {
    return {{"rides", sums.rides},
            {"before", sums.before},
            {"after", sums.after},
            {"more", sums.more},
            {"less", sums.less}};
}

Result<ImpactSums> readSums(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    ImpactSums sums;
    sums.rides = reader.integer("rides", 0, most);
    sums.before = reader.integer("before", 0, most);
    sums.after = reader.integer("after", 0, most);
    sums.more = reader.integer("more", 0, most);
    sums.less = reader.integer("less", 0, most);
    return reader.finishLenient(sums);
}

QJsonObject mapJson(const QMap<QString, ImpactSums> &map) {
    QJsonObject json;
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        json.insert(it.key(), sumsJson(it.value()));
    return json;
}

QMap<QString, ImpactSums> readMap(JsonReader &reader, const QString &name) {
    QMap<QString, ImpactSums> map;
    const QJsonObject json = reader.object(name);
    for (auto it = json.begin(); it != json.end(); ++it) {
        const Result<ImpactSums> sums = readSums(it.value().toObject(), reader.pathOf(name + "." + it.key()));
        if (sums)
            map.insert(it.key(), *sums);
        else
            reader.failAll(sums.error().fields);
    }
    return map;
}

QJsonObject moverJson(const ImpactMover &mover) {
    return {
        {"ride_id", idToString(mover.rideId)}, {"before", mover.before}, {"after", mover.after}, {"plan", mover.plan}};
}

Result<ImpactMover> readMover(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    ImpactMover mover;
    mover.rideId = reader.id("ride_id");
    mover.before = reader.integer("before", 0, most);
    mover.after = reader.integer("after", 0, most);
    mover.plan = reader.string("plan", longestName, 0);
    return reader.finishLenient(std::move(mover));
}

QJsonArray moversJson(const QList<ImpactMover> &movers) {
    QJsonArray array;
    for (const ImpactMover &mover : movers)
        array.append(moverJson(mover));
    return array;
}

QList<ImpactMover> readMovers(JsonReader &reader, const QString &name) {
    const std::vector<ImpactMover> movers = itemsFrom<ImpactMover>(reader, name, Impact::mostMovers, readMover);
    return {movers.begin(), movers.end()};
}

void mergeMap(QMap<QString, ImpactSums> &into, const QMap<QString, ImpactSums> &from) {
    for (auto it = from.cbegin(); it != from.cend(); ++it)
        into[it.key()].add(it.value());
}

template <typename IsBefore>
void keepFirst(QList<ImpactMover> &movers, IsBefore isBefore) {
    std::sort(movers.begin(), movers.end(), isBefore);
    if (movers.size() > Impact::mostMovers)
        movers.resize(Impact::mostMovers);
}
} // namespace

void ImpactSums::add(qint64 dueBefore, qint64 dueAfter) {
    ++rides;
    before += dueBefore;
    after += dueAfter;
    more += dueAfter > dueBefore;
    less += dueAfter < dueBefore;
}

void ImpactSums::add(const ImpactSums &other) {
    rides += other.rides;
    before += other.before;
    after += other.after;
    more += other.more;
    less += other.less;
}

int Impact::binOf(qint64 change) {
    constexpr qint64 middle = bins / 2;
    // The middle bin holds what is less than half a step from 0.
    const qint64 half = binWidth / 2;
    const qint64 steps = change >= 0 ? (change + half) / binWidth : -((-change + half) / binWidth);
    return static_cast<int>(std::clamp<qint64>(steps + middle, 0, bins - 1));
}

bool isBiggerRise(const ImpactMover &one, const ImpactMover &other) {
    return std::pair(other.after - other.before, one.rideId) < std::pair(one.after - one.before, other.rideId);
}
bool isBiggerFall(const ImpactMover &one, const ImpactMover &other) {
    return std::pair(one.after - one.before, one.rideId) < std::pair(other.after - other.before, other.rideId);
}

void Impact::merge(const Impact &other) {
    total.add(other.total);
    mergeMap(byPlan, other.byPlan);
    mergeMap(byZone, other.byZone);
    mergeMap(byTier, other.byTier);
    for (std::size_t i = 0; i < histogram.size(); ++i)
        histogram[i] += other.histogram[i];
    up += other.up;
    down += other.down;
    keepFirst(up, isBiggerRise);
    keepFirst(down, isBiggerFall);
    skipped += other.skipped;
}

QJsonObject toJson(const Impact &impact) {
    QJsonArray histogram;
    for (const qint64 count : impact.histogram)
        histogram.append(count);
    return {{"total", sumsJson(impact.total)},
            {"by_plan", mapJson(impact.byPlan)},
            {"by_zone", mapJson(impact.byZone)},
            {"by_tier", mapJson(impact.byTier)},
            {"histogram", histogram},
            {"bin_width", Impact::binWidth},
            {"up", moversJson(impact.up)},
            {"down", moversJson(impact.down)},
            {"skipped", impact.skipped}};
}

Result<Impact> impactFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Impact impact;
    const Result<ImpactSums> total = readSums(reader.object("total"), reader.pathOf("total"));
    if (total)
        impact.total = *total;
    else
        reader.failAll(total.error().fields);
    impact.byPlan = readMap(reader, "by_plan");
    impact.byZone = readMap(reader, "by_zone");
    impact.byTier = readMap(reader, "by_tier");
    const QJsonArray histogram = reader.array("histogram", Impact::bins);
    for (qsizetype i = 0; i < histogram.size(); ++i)
        impact.histogram[static_cast<std::size_t>(i)] = histogram[i].toInteger();
    impact.up = readMovers(reader, "up");
    impact.down = readMovers(reader, "down");
    impact.skipped = reader.integer("skipped", 0, most);
    return reader.finishLenient(std::move(impact));
}

} // namespace wemo::pricing
