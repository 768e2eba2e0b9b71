#pragma once
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <vector>

namespace wemo::bench {

/// One result: what was measured, against which limit or peer of the same run, as one JSON line. `ratio` below 1 is
/// within the limit.
inline void report(const char *bench, const char *metric, double value, const char *unit, double limit) {
    const QJsonObject line{{"bench", bench}, {"metric", metric}, {"value", value},
                           {"unit", unit},   {"limit", limit},   {"ratio", limit > 0 ? value / limit : 0}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

inline double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace wemo::bench
