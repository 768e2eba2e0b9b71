#pragma once
#include "models/core/time.h"

#include <QString>

#include <array>
#include <optional>

namespace wemo::delivery {

/// How long something took, many times over: counts in buckets that grow by a quarter each, from 100 ms to two days, so
/// that histograms of hours add up to one of a month and a quantile of them is at most an eighth off.
class TimeHistogram {
public:
    static constexpr int buckets = 66;

    void add(Milliseconds took);
    void add(const TimeHistogram &other);
    qint64 count() const;
    /// 0.5 = the median; nothing while there is nothing.
    std::optional<Milliseconds> quantile(double share) const;

    /// "3:12 7:1": bucket and count of those that are not empty.
    QString toText() const;
    /// What is no such text counts as empty.
    static TimeHistogram fromText(QStringView text);
    bool operator==(const TimeHistogram &) const = default;

private:
    std::array<qint64, buckets> m_counts{};
};

} // namespace wemo::delivery
