#pragma once
#include "models/pricing/book.h"
#include "models/pricing/explain.h"

namespace wemo::pricing {

/// What a price book is made of: every plan, every published interval, the configs they point at and the words for
/// zones, all read in one transaction.
struct BookParts {
    qint64 version = 0; ///< of the store's pricing
    QList<Plan> plans;
    QList<Interval> intervals;
    QList<ConfigRecord> configs; ///< with their config
    Names names;
};

/// All prices at one version of the store. It never changes, so any number of threads price by one book at once,
/// without locks and without SQL.
class PriceBook {
public:
    explicit PriceBook(BookParts parts);
    Q_DISABLE_COPY_MOVE(PriceBook)

    /// A published interval and its config.
    struct Slot {
        const Interval *interval = nullptr;
        const ConfigRecord *record = nullptr;
        const Config &config() const { return *record->config; }
    };
    struct Row {
        const Plan *plan = nullptr;
        std::vector<Slot> timeline; ///< ascending; no two overlap
        bool isOnSaleAt(Instant at) const { return !plan->retiredAt || at < *plan->retiredAt; }
        const Slot *at(Instant at) const; ///< null = nothing is in force
    };

    qint64 version() const { return m_parts.version; }
    const Names &names() const { return m_parts.names; }
    /// In the order of their codes.
    const std::vector<Row> &rows() const { return m_rows; }
    /// Those of a product, the most specific first: the first that applies is the one.
    const std::vector<const Row *> &rowsOf(const QString &product) const;
    /// The row a ride is priced by; null = there is none.
    const Row *rowFor(const Ride &ride) const;
    const Row *rowOf(Id plan) const;
    const ConfigRecord *config(Id id) const;

private:
    const BookParts m_parts;
    std::vector<Row> m_rows;
    QHash<Id, const ConfigRecord *> m_configs;
    QHash<Id, std::size_t> m_rowByPlan;
    QHash<QString, std::vector<const Row *>> m_byProduct;
};

/// The part of the ride each config prices: one for a plan that goes by the start; for a split plan one from each
/// boundary on. Minutes in a gap are charged by the config before it. Empty: nothing is in force at the start.
struct PricedStretch {
    PriceBook::Slot slot;
    qint64 fromMinute = 0;
};
std::vector<PricedStretch> stretchesOf(const PriceBook::Row &row, const Ride &ride);

} // namespace wemo::pricing
