#include "services/pricing/price_book.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr qint64 msOfMinute = 60'000;
} // namespace

PriceBook::PriceBook(BookParts parts)
    : m_parts(std::move(parts)) {
    for (const ConfigRecord &record : m_parts.configs)
        if (record.config)
            m_configs.insert(record.id, &record);
    m_rows.reserve(static_cast<std::size_t>(m_parts.plans.size()));
    for (const Plan &plan : m_parts.plans)
        m_rows.push_back({&plan, {}});
    std::sort(m_rows.begin(), m_rows.end(),
              [](const Row &one, const Row &other) { return one.plan->code < other.plan->code; });
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowByPlan.insert(m_rows[i].plan->id, i);
    for (const Interval &interval : m_parts.intervals) {
        const auto row = m_rowByPlan.constFind(interval.planId);
        const ConfigRecord *record = config(interval.configId);
        if (isPublished(interval) && row != m_rowByPlan.constEnd() && record)
            m_rows[*row].timeline.push_back({&interval, record});
    }
    for (Row &row : m_rows) {
        std::sort(row.timeline.begin(), row.timeline.end(),
                  [](const Slot &one, const Slot &other) { return one.interval->from < other.interval->from; });
        m_byProduct[row.plan->product].push_back(&row);
    }
    for (std::vector<const Row *> &rows : m_byProduct)
        std::stable_sort(rows.begin(), rows.end(), [](const Row *one, const Row *other) {
            return one->plan->specificity() > other->plan->specificity();
        });
}

const PriceBook::Slot *PriceBook::Row::at(Instant at) const {
    const auto after = std::upper_bound(timeline.begin(), timeline.end(), at,
                                        [](Instant when, const Slot &slot) { return when < slot.interval->from; });
    if (after == timeline.begin())
        return nullptr;
    const Slot &slot = *(after - 1);
    return slot.interval->contains(at) ? &slot : nullptr;
}

const std::vector<const PriceBook::Row *> &PriceBook::rowsOf(const QString &product) const {
    static const std::vector<const Row *> none;
    const auto found = m_byProduct.constFind(product);
    return found == m_byProduct.constEnd() ? none : *found;
}

const PriceBook::Row *PriceBook::rowFor(const Ride &ride) const {
    for (const Row *row : rowsOf(ride.product))
        if (row->plan->appliesTo(ride) && row->isOnSaleAt(ride.start))
            return row;
    return nullptr;
}

const PriceBook::Row *PriceBook::rowOf(Id plan) const {
    const auto found = m_rowByPlan.constFind(plan);
    return found == m_rowByPlan.constEnd() ? nullptr : &m_rows[*found];
}

const ConfigRecord *PriceBook::config(Id id) const {
    return m_configs.value(id);
}

std::vector<PricedStretch> stretchesOf(const PriceBook::Row &row, const Ride &ride) {
    const PriceBook::Slot *first = row.at(ride.start);
    if (!first)
        return {};
    std::vector<PricedStretch> stretches{{*first, 0}};
    if (row.plan->boundary == BoundaryRule::Start)
        return stretches;
    const qint64 minutes = ride.minutes();
    const PriceBook::Slot *end = row.timeline.data() + row.timeline.size();
    for (const PriceBook::Slot *next = first + 1; next < end; ++next) {
        const qint64 after = toMs(next->interval->from) - toMs(ride.start);
        const qint64 minute = (after + msOfMinute - 1) / msOfMinute; // the first that begins in it
        if (minute >= minutes)
            break;
        if (stretches.back().slot.record != next->record)
            stretches.push_back({*next, minute});
    }
    return stretches;
}

} // namespace wemo::pricing
