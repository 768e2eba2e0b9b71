#include "ui/pages/timeline/board.h"

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
constexpr std::chrono::hours year{24 * 365};

bool fits(const Row &row, const PlanFilter &filter) {
    const Plan &plan = row.plan;
    const auto has = [&filter](const QString &text) { return text.contains(filter.text, Qt::CaseInsensitive); };
    if (!filter.text.isEmpty() && !has(plan.code) && !has(plan.nameZh) && !has(plan.nameEn))
        return false;
    if ((!filter.product.isEmpty() && plan.product != filter.product) ||
        (!filter.model.isEmpty() && plan.model != filter.model) || (!filter.zone.isEmpty() && plan.zone != filter.zone))
        return false;
    return !filter.status || std::any_of(row.bars.begin(), row.bars.end(),
                                         [&filter](const Bar &bar) { return bar.status == *filter.status; });
}

Row rowOf(const Plan &plan, QList<Bar> bars, Instant now) {
    Row row{plan, std::move(bars), {}};
    std::sort(row.bars.begin(), row.bars.end(), [](const Bar &one, const Bar &other) {
        return std::pair(one.interval.from, one.lane()) < std::pair(other.interval.from, other.lane());
    });
    row.gaps = gapsIn(row.intervals(), plan.retiredAt.value_or(now + 5 * year));
    return row;
}
} // namespace

const Bar *Row::bar(Id interval) const {
    const auto found =
        std::find_if(bars.begin(), bars.end(), [interval](const Bar &bar) { return bar.interval.id == interval; });
    return found == bars.end() ? nullptr : &*found;
}

QList<Interval> Row::intervals() const {
    QList<Interval> all;
    for (const Bar &bar : bars)
        all.append(bar.interval);
    return all;
}

bool PlanFilter::isEmpty() const {
    return *this == PlanFilter();
}

QList<Row> rowsOf(const TimelineBook &book, const PlanFilter &filter, Instant now) {
    QHash<Id, qint64> versions;
    for (const ConfigRecord &record : book.configs)
        versions.insert(record.id, record.version);
    QHash<Id, QList<Bar>> bars;
    for (const Interval &interval : book.intervals)
        bars[interval.planId].append({interval, statusOf(interval, now), versions.value(interval.configId)});
    QList<Row> rows;
    for (const Plan &plan : book.plans)
        if (Row row = rowOf(plan, bars.take(plan.id), now); fits(row, filter))
            rows.append(std::move(row));
    std::stable_partition(rows.begin(), rows.end(), [](const Row &row) { return !row.plan.retiredAt; });
    return rows;
}

std::pair<Instant, Instant> spanOf(const QList<Row> &rows, Instant now) {
    Instant first = now - year / 4;
    Instant last = now + year / 4;
    for (const Row &row : rows)
        for (const Bar &bar : row.bars) {
            first = std::min(first, bar.interval.from);
            last = std::max(last, bar.interval.to.value_or(bar.interval.from));
        }
    return {first, last};
}

} // namespace wemo::pages::timeline
