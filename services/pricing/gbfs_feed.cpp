#include "services/pricing/gbfs_feed.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr qint64 longestTtl = 60; // a rollback asks no lead time, so nobody may hold prices for long
constexpr Instant earliestUpdate = fromMs(1'450'155'600'000); // in 2015: the schema takes nothing before GBFS was there

/// When what is for sale changed last before `at`, and when it changes next.
struct Changes {
    Instant last = earliestUpdate;
    std::optional<Instant> next;

    void add(Instant change, Instant at) {
        if (change <= at)
            last = std::max(last, change);
        else
            next = next ? std::min(*next, change) : change;
    }
};

Changes changesAround(const PriceBook &book, Instant at) {
    Changes changes;
    for (const PriceBook::Row &row : book.rows()) {
        if (row.plan->retiredAt)
            changes.add(*row.plan->retiredAt, at);
        for (const PriceBook::Slot &slot : row.timeline) {
            changes.add(slot.interval->from, at);
            if (slot.interval->to)
                changes.add(*slot.interval->to, at);
        }
    }
    return changes;
}
} // namespace

GbfsFeed gbfsFeed(const PriceBook &book, GbfsVersion version, Instant at) {
    QList<GbfsPlan> plans;
    for (const PriceBook::Row &row : book.rows())
        if (const PriceBook::Slot *slot = row.at(at); slot && row.isOnSaleAt(at))
            plans.append({*row.plan, slot->config()});
    const Changes changes = changesAround(book, at);
    GbfsFeed feed;
    feed.ttlSeconds = longestTtl;
    if (changes.next)
        feed.ttlSeconds = std::min(longestTtl, (toMs(*changes.next) - toMs(at)) / 1000);
    // The ttl inside is the longest one: bytes that change each second would never be "not modified".
    const QJsonObject document = gbfsDocument(plans, version, changes.last, longestTtl);
    feed.text = QJsonDocument(document).toJson(QJsonDocument::Compact);
    feed.etag = '"' + QCryptographicHash::hash(feed.text, QCryptographicHash::Sha256).toHex().first(32) + '"';
    return feed;
}

} // namespace wemo::pricing
