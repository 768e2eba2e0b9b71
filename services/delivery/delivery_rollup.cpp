#include "services/delivery/delivery_rollup.h"

#include "models/core/id.h"
#include "models/sms/message.h"

namespace wemo::delivery {

namespace {
constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 taipeiMs = 8 * hourMs; // ahead of UTC, without summer time
constexpr qint64 settleEveryMs = 5 * 60'000;
constexpr qint64 settledAfterMs = 26 * hourMs;
constexpr qint64 lastReceiptsMs = 4 * dayMs;
constexpr qint64 longestByHourMs = 4 * dayMs;

qint64 hourOf(qint64 ms) {
    return ms - ms % hourMs;
}
qint64 dayOf(qint64 ms) {
    return ms - (ms + taipeiMs) % dayMs;
}
QString dimensionOf(Grouping by) {
    // By time, every message is counted once under any of them.
    return by == Grouping::Hour || by == Grouping::Day ? toString(Grouping::Gateway) : toString(by);
}

/// In the order of stats_outcomes.sql.
enum Column {
    ColId,
    ColGateway,
    ColPrefix,
    ColTemplate,
    ColPurpose,
    ColState,
    ColCost,
    ColRealCost,
    ColScheduled,
    ColAccepted,
    ColFinal,
    ColVerified
};

Outcome outcomeOf(const storage::Cells &cells) {
    Outcome outcome;
    outcome.state = sms::deliveryStateFromString(cells.text(ColState)).value_or(sms::DeliveryState::Unknown);
    outcome.hasCode = cells.text(ColPurpose) == toString(sms::Purpose::Otp);
    outcome.wasAccepted = cells.integer(ColAccepted) != 0;
    outcome.wasVerified = cells.integer(ColVerified) != 0;
    outcome.cost = cells.integer(ColRealCost) != 0 ? cells.integer(ColRealCost) : cells.integer(ColCost);
    const qint64 begun = qMax(toMs(instantOf(cells.integer(ColId))), cells.integer(ColScheduled));
    if (const qint64 ended = cells.integer(ColFinal); ended != 0)
        outcome.toDelivery = Milliseconds(qMax<qint64>(0, ended - begun));
    return outcome;
}

storage::Params paramsOf(const QString &grain, qint64 at, const QString &dimension, const QString &key,
                         const DeliveryStats &s) {
    return {{"grain", grain},
            {"dimension", dimension},
            {"at", at},
            {"key", key},
            {"asked", s.asked},
            {"accepted", s.accepted},
            {"delivered", s.delivered},
            {"undelivered", s.undelivered},
            {"canceled", s.canceled},
            {"unknown", s.unknown},
            {"still_open", s.open},
            {"codes", s.codes},
            {"verified", s.verified},
            {"cost", s.cost},
            {"to_delivery", s.toDelivery.toText()}};
}

DeliveryStats statsOf(const storage::Row &row) {
    DeliveryStats s;
    s.asked = row.integer("asked");
    s.accepted = row.integer("accepted");
    s.delivered = row.integer("delivered");
    s.undelivered = row.integer("undelivered");
    s.canceled = row.integer("canceled");
    s.unknown = row.integer("unknown");
    s.open = row.integer("still_open");
    s.codes = row.integer("codes");
    s.verified = row.integer("verified");
    s.cost = row.integer("cost");
    s.toDelivery = TimeHistogram::fromText(row.text("to_delivery"));
    return s;
}

void sortItems(QList<StatsItem> &items, Grouping by) {
    if (by == Grouping::Hour || by == Grouping::Day)
        return; // ISO times come in order
    std::stable_sort(items.begin(), items.end(),
                     [](const StatsItem &a, const StatsItem &b) { return a.stats.asked > b.stats.asked; });
}
} // namespace

struct DeliveryRollup::Span {
    qint64 from = 0, to = 0;
};

struct DeliveryRollup::Progress {
    qint64 asOf = 0, settledAt = 0, dailyAt = 0, above = 0, floor = 0;

    /// Hours from `down` to `up` are to be counted too, beside what was left to do.
    void catchUp(qint64 down, qint64 up) {
        floor = above > floor ? qMin(floor, down) : down;
        above = qMax(above, up);
    }
};

Result<DeliveryRollup::Progress> DeliveryRollup::progress(storage::Connection &connection, const char *query) {
    const auto rows = connection.query(QString::fromLatin1(query));
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::Internal, "no-progress", "The statistics cannot be read.", "sms_stats_progress");
    const storage::Row &row = rows->first();
    return Progress{row.integer("as_of"), row.integer("settled_at"), row.integer("daily_at"), row.integer("above"),
                    row.integer("floor")};
}

Result<void> DeliveryRollup::note(storage::Connection &connection, const Progress &p) {
    const auto noted = connection.execute("delivery/stats_note_progress", {{"as_of", p.asOf},
                                                                           {"settled_at", p.settledAt},
                                                                           {"daily_at", p.dailyAt},
                                                                           {"above", p.above},
                                                                           {"floor", p.floor}});
    return noted ? Result<void>() : Failure(noted.error());
}

Result<bool> DeliveryRollup::round() {
    const std::lock_guard lock(m_counting);
    QList<Span> spans;
    const Result<Progress> planned = plan(spans);
    if (!planned)
        return Failure(planned.error());
    for (const Span &span : spans)
        if (const Result<void> done = rewrite(span); !done)
            return Failure(done.error());
    const auto noted = m_database.write([&](storage::Connection &connection) { return note(connection, *planned); });
    if (!noted)
        return Failure(noted.error());
    return planned->above > planned->floor;
}

/// What is to be counted in this round, and the progress once it is.
Result<DeliveryRollup::Progress> DeliveryRollup::plan(QList<Span> &spans) {
    const qint64 now = toMs(m_clock.now());
    return m_database.read([&](storage::Connection &connection) -> Result<Progress> {
        Result<Progress> p = progress(connection, "delivery/stats_progress");
        if (!p)
            return p;
        const qint64 end = hourOf(now) + hourMs;
        if (p->asOf == 0) { // the first round ever
            const auto oldest = connection.query("delivery/stats_oldest");
            if (!oldest)
                return Failure(oldest.error());
            if (const Id id = oldest->first().integer("id"); id != 0)
                p->catchUp(hourOf(toMs(instantOf(id))), end);
        } else if (now - p->asOf > settleEveryMs) { // nobody counted for a while
            p->catchUp(hourOf(p->asOf - settledAfterMs), end);
        }
        if (now - p->dailyAt > dayMs) {
            if (p->dailyAt != 0)
                p->catchUp(hourOf(now - lastReceiptsMs), end);
            p->dailyAt = now;
        }
        const bool settles = now - p->settledAt > settleEveryMs;
        spans = {{settles ? hourOf(now - settledAfterMs) : end - 2 * hourMs, end}};
        if (settles)
            p->settledAt = now;
        p->above = qMin(p->above, spans.first().from);
        if (p->above > p->floor) {
            const qint64 from = qMax(p->floor, p->above - dayMs);
            spans.append({from, p->above});
            p->above = from;
        }
        p->asOf = now;
        return p;
    });
}

Result<void> DeliveryRollup::countAllAgain() {
    const std::lock_guard lock(m_counting);
    return m_database.write([&](storage::Connection &connection) -> Result<void> {
        Result<Progress> p = progress(connection, "delivery/stats_take_progress");
        if (!p)
            return Failure(p.error());
        return note(connection, Progress());
    });
}

Result<DeliveryRollup::Counts> DeliveryRollup::count(const Span &span) {
    return m_database.read([&](storage::Connection &connection) -> Result<Counts> {
        Counts counts;
        const storage::Params ids{{"from", firstIdAt(fromMs(span.from))}, {"to", firstIdAt(fromMs(span.to))}};
        const auto scanned = connection.scan("delivery/stats_outcomes", ids, [&](const storage::Cells &cells) {
            const qint64 hour = hourOf(toMs(instantOf(cells.integer(ColId))));
            const Outcome outcome = outcomeOf(cells);
            for (const auto &[by, column] :
                 {std::pair(Grouping::Gateway, ColGateway), std::pair(Grouping::Prefix, ColPrefix),
                  std::pair(Grouping::Template, ColTemplate)})
                add(counts[{hour, toString(by), cells.text(column)}], outcome);
        });
        return scanned ? Result<Counts>(std::move(counts)) : Failure(scanned.error());
    });
}

Result<void> DeliveryRollup::write(storage::Connection &connection, const QString &grain, const Span &span,
                                   const Counts &counts) {
    const auto cleared =
        connection.execute("delivery/stats_delete", {{"grain", grain}, {"from", span.from}, {"to", span.to}});
    if (!cleared)
        return Failure(cleared.error());
    for (const auto &[cell, stats] : counts) {
        const auto &[at, dimension, key] = cell;
        const auto written = connection.execute("delivery/stats_insert", paramsOf(grain, at, dimension, key, stats));
        if (!written)
            return Failure(written.error());
    }
    return {};
}

Result<DeliveryRollup::Counts> DeliveryRollup::read(storage::Connection &connection, const QString &grain,
                                                    const Span &span, const QString &dimension) {
    storage::Params params{{"grain", grain}, {"from", span.from}, {"to", span.to}};
    QSet<QString> with;
    if (!dimension.isEmpty()) {
        params.append({"dimension", dimension});
        with.insert("dimension");
    }
    const auto rows = connection.query("delivery/stats_read", params, with);
    if (!rows)
        return Failure(rows.error());
    Counts counts;
    for (const storage::Row &row : *rows)
        counts[{row.integer("at"), row.text("dimension"), row.text("key")}] = statsOf(row);
    return counts;
}

/// Counts outside the writing transaction, which is short for that; a sister service that counted later and wrote
/// earlier is put right by the next round.
Result<void> DeliveryRollup::rewrite(const Span &span) {
    const Result<Counts> hours = count(span);
    if (!hours)
        return Failure(hours.error());
    return m_database.write([&](storage::Connection &connection) -> Result<void> {
        if (const auto taken = progress(connection, "delivery/stats_take_progress"); !taken)
            return Failure(taken.error());
        if (const auto written = write(connection, "hour", span, *hours); !written)
            return written;
        const Span days{dayOf(span.from), dayOf(span.to - 1) + dayMs};
        const Result<Counts> all = read(connection, "hour", days, {});
        if (!all)
            return Failure(all.error());
        Counts byDay;
        for (const auto &[cell, stats] : *all) {
            const auto &[at, dimension, key] = cell;
            byDay[{dayOf(at), dimension, key}].add(stats);
        }
        return write(connection, "day", days, byDay);
    });
}

Result<StatsReport> DeliveryRollup::report(Instant from, Instant to, Grouping by) {
    const bool isByDay = by == Grouping::Day || (by != Grouping::Hour && (to - from).count() > longestByHourMs);
    const Span span{isByDay ? dayOf(toMs(from)) : hourOf(toMs(from)), toMs(to)};
    return m_database.read([&](storage::Connection &connection) -> Result<StatsReport> {
        const Result<Progress> done = progress(connection, "delivery/stats_progress");
        const Result<Counts> counts = read(connection, isByDay ? "day" : "hour", span, dimensionOf(by));
        if (!done || !counts)
            return Failure(done ? counts.error() : done.error());
        StatsReport report{fromMs(span.from), to, by, {}, {}, fromMs(done->asOf)};
        std::map<QString, DeliveryStats> items;
        const bool isByTime = by == Grouping::Hour || by == Grouping::Day;
        for (const auto &[cell, stats] : *counts) {
            const auto &[at, dimension, key] = cell;
            items[isByTime ? toIso(fromMs(at)) : key].add(stats);
            report.total.add(stats);
        }
        for (const auto &[key, stats] : items)
            report.items.append({key, stats});
        sortItems(report.items, by);
        return report;
    });
}

} // namespace wemo::delivery
