#include "models/delivery/time_histogram.h"

#include <QStringList>

#include <cmath>

namespace wemo::delivery {

namespace {
constexpr double firstEnd = 100; // ms: the end of the first bucket
constexpr double growth = 1.25;

int bucketOf(Milliseconds took) {
    const double ms = static_cast<double>(took.count());
    if (ms <= firstEnd)
        return 0;
    return std::min(TimeHistogram::buckets - 1,
                    static_cast<int>(std::ceil(std::log(ms / firstEnd) / std::log(growth))));
}
double endOf(int bucket) {
    return firstEnd * std::pow(growth, bucket);
}
double beginOf(int bucket) {
    return bucket == 0 ? 0 : endOf(bucket - 1);
}
} // namespace

void TimeHistogram::add(Milliseconds took) {
    ++m_counts[static_cast<std::size_t>(bucketOf(took))];
}

void TimeHistogram::add(const TimeHistogram &other) {
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
}

qint64 TimeHistogram::count() const {
    qint64 total = 0;
    for (const qint64 count : m_counts)
        total += count;
    return total;
}

std::optional<Milliseconds> TimeHistogram::quantile(double share) const {
    const qint64 total = count();
    if (total == 0)
        return std::nullopt;
    const double wanted = share * static_cast<double>(total);
    double before = 0;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        const auto here = static_cast<double>(m_counts[static_cast<std::size_t>(bucket)]);
        // Inside a bucket they are taken to lie evenly.
        if (here > 0 && before + here >= wanted) {
            const double part = std::max(0.0, wanted - before) / here;
            return Milliseconds(std::llround(beginOf(bucket) + part * (endOf(bucket) - beginOf(bucket))));
        }
        before += here;
    }
    return Milliseconds(std::llround(endOf(buckets - 1)));
}

QString TimeHistogram::toText() const {
    QStringList parts;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        if (m_counts[i] != 0)
            parts.append(QString("%1:%2").arg(i).arg(m_counts[i]));
    return parts.join(u' ');
}

TimeHistogram TimeHistogram::fromText(QStringView text) {
    TimeHistogram read;
    const auto parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const qsizetype colon = part.indexOf(u':');
        bool isBucket = false, isCount = false;
        const int bucket = part.left(qMax<qsizetype>(0, colon)).toInt(&isBucket);
        const qint64 count = part.mid(colon + 1).toLongLong(&isCount);
        if (!isBucket || !isCount || bucket < 0 || bucket >= buckets || count < 0)
            return {};
        read.m_counts[static_cast<std::size_t>(bucket)] += count;
    }
    return read;
}

} // namespace wemo::delivery
