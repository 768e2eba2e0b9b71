#include "models/pricing/config_diff.h"

#include <QJsonArray>

#include <algorithm>

namespace wemo::pricing {

namespace {
using Fields = QList<std::pair<QString, QString>>; ///< path and text, in the order of the stack

QString textOf(const QJsonValue &value) {
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toBool() ? "true" : "false";
}

void flatten(Fields &fields, const QString &path, const QJsonValue &value) {
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (it.key() != QLatin1StringView("component"))
                flatten(fields, path + "." + it.key(), it.value());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(fields, QString("%1[%2]").arg(path).arg(i), array[i]);
    } else {
        fields.append({path, textOf(value)});
    }
}

Fields fieldsOf(const Config &config) {
    const QJsonObject json = toJson(config);
    Fields fields;
    QHash<QString, int> seen; // caps may be several
    const QJsonArray components = json.value("components").toArray();
    for (const QJsonValue &component : components) {
        const QString word = component.toObject().value("component").toString();
        const int before = seen[word]++;
        flatten(fields, before == 0 ? "components." + word : QString("components.%1_%2").arg(word).arg(before + 1),
                component);
    }
    flatten(fields, "takes", json.value("takes"));
    return fields;
}

Ride rideOf(Instant start, qint64 seconds, qint64 metres) {
    Ride ride;
    ride.start = start;
    ride.seconds = seconds;
    ride.metres = metres;
    return ride;
}
} // namespace

QList<ConfigChange> differences(const Config &before, const Config &after) {
    const Fields old = fieldsOf(before);
    Fields fresh = fieldsOf(after);
    QList<ConfigChange> changes;
    // Both are in the order of the stack, so what is new goes right behind what it follows in the new one.
    for (const auto &field : old) {
        const auto same = std::find_if(fresh.begin(), fresh.end(),
                                       [&](const auto &candidate) { return candidate.first == field.first; });
        if (same == fresh.end()) {
            changes.append({field.first, field.second, {}});
            continue;
        }
        if (same->second != field.second)
            changes.append({field.first, field.second, same->second});
        fresh.erase(same);
    }
    for (const auto &field : fresh)
        changes.append({field.first, {}, field.second});
    return changes;
}

QList<Ride> exampleRides(const Config &config, Instant start) {
    struct Shape {
        qint64 minutes, metres;
    };
    QList<Ride> rides;
    if (const Packages *packages = config.find<Packages>()) {
        for (const Package &package : packages->packages) {
            for (const Shape shape : {Shape{0, 0}, Shape{30, 5000}}) {
                Ride ride =
                    rideOf(start, package.hours * 3600 + shape.minutes * 60, package.includedKm * 1000 + shape.metres);
                ride.product = "hourly";
                ride.packageHours = package.hours;
                rides.append(ride);
            }
        }
        return rides;
    }
    static constexpr Shape shapes[]{{4, 1000},  {6, 1500},    {10, 2500},    {20, 5000},
                                    {30, 8000}, {60, 15'000}, {180, 40'000}, {1440, 60'000}};
    for (const Shape shape : shapes)
        rides.append(rideOf(start, shape.minutes * 60, shape.metres));
    return rides;
}

} // namespace wemo::pricing
