#include "services/sms/bulk_resends.h"

#include "models/live/live_event.h"
#include "services/live/outbox.h"

#include <QJsonDocument>

namespace wemo::sms {

namespace {
constexpr int pageSize = 1000;
constexpr std::array failures{DeliveryState::Undelivered, DeliveryState::Expired, DeliveryState::Rejected,
                              DeliveryState::Failed};

Failure refuse(const char *field, const char *code, const QString &message) {
    Error error{ErrorKind::InvalidInput, QString::fromLatin1(code), message, {}};
    error.fields = {{QString::fromLatin1(field), error.code, message}};
    return failure(std::move(error));
}

/// Only what did not arrive is sent again by the thousand.
Result<MessageFilter> failuresOf(const MessageFilter &filter) {
    MessageFilter narrowed = filter;
    narrowed.states.clear();
    for (const DeliveryState state : failures)
        if (filter.states.isEmpty() || filter.states.contains(state))
            narrowed.states.append(state);
    if (filter.states.contains(DeliveryState::Unknown))
        narrowed.states.append(DeliveryState::Unknown);
    if (narrowed.states.isEmpty())
        return refuse("filter.state", "not-failures", "Only messages that did not arrive are sent again in bulk.");
    return narrowed;
}
} // namespace

BulkResend bulkResendOf(const storage::Row &row) {
    BulkResend bulk;
    bulk.id = row.integer("id");
    bulk.createdAt = fromMs(row.integer("created_at"));
    bulk.actor = row.text("actor");
    bulk.reason = row.text("reason");
    bulk.state = bulkStateFromString(row.text("state")).value_or(BulkState::Canceled);
    bulk.total = row.integer("total");
    bulk.resent = row.integer("resent");
    bulk.refused = row.integer("refused");
    const QJsonObject refusals = QJsonDocument::fromJson(row.text("refusals").toUtf8()).object();
    for (auto one = refusals.begin(); one != refusals.end(); ++one)
        bulk.refusals.insert(one.key(), one.value().toInteger());
    return bulk;
}

Result<BulkResend> readBulkResend(storage::Connection &connection, Id id) {
    const auto rows = connection.query("sms/read_bulk", {{"id", id}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "bulk-resend-not-found", "There is no such bulk resend.");
    return bulkResendOf(rows->first());
}

Result<void> storeBulkResend(storage::Connection &connection, const BulkResend &bulk, Instant now) {
    QJsonObject refusals;
    for (auto one = bulk.refusals.begin(); one != bulk.refusals.end(); ++one)
        refusals.insert(one.key(), one.value());
    const auto stored = connection.execute(
        "sms/update_bulk", {{"id", bulk.id},
                            {"updated_at", toMs(now)},
                            {"state", toString(bulk.state)},
                            {"resent", bulk.resent},
                            {"refused", bulk.refused},
                            {"refusals", QString::fromUtf8(QJsonDocument(refusals).toJson(QJsonDocument::Compact))}});
    return stored ? live::Outbox::addEvent(connection, live::smsBulkChanged, toJson(bulk)) : Failure(stored.error());
}

Result<BulkPreview> BulkResends::preview(const MessageFilter &filter) {
    auto approved = approve(filter);
    return approved ? Result<BulkPreview>(std::move(approved->preview)) : Failure(approved.error());
}

Result<BulkResends::Approved> BulkResends::approve(const MessageFilter &filter) {
    const Result<MessageFilter> failed = failuresOf(filter);
    if (!failed)
        return Failure(failed.error());
    Approved approved;
    QString cursor;
    qint64 seen = 0;
    do {
        const Result<MessagePage> page = m_parts.list.page(*failed, pageSize, cursor);
        if (!page)
            return Failure(page.error());
        QList<Id> ids;
        for (const Message &message : page->items)
            ids.append(message.id);
        const auto looked = m_parts.database.read(
            [&](storage::Connection &connection) { return approvePage(connection, ids, approved); });
        if (!looked)
            return Failure(looked.error());
        seen += ids.size();
        cursor = page->nextCursor;
    } while (!cursor.isEmpty() && seen <= mostMessages);
    if (seen > mostMessages)
        return refuse("filter", "too-many", QString("More than %1 messages: narrow the filter.").arg(mostMessages));
    return approved;
}

Result<void> BulkResends::approvePage(storage::Connection &connection, const QList<Id> &ids, Approved &approved) {
    const auto candidates = m_parts.resender.look(connection, ids);
    if (!candidates)
        return Failure(candidates.error());
    for (const Resender::Candidate &candidate : *candidates) {
        const Result<QString> refusal = m_parts.resender.refusalOf(candidate);
        if (!refusal)
            return Failure(refusal.error());
        if (!refusal->isEmpty()) {
            ++approved.preview.refused[*refusal];
            continue;
        }
        const Message &message = candidate.record.message;
        ++approved.preview.count;
        approved.preview.segments += message.segments;
        approved.preview.costTenThousandths += message.segments * m_parts.price(message.purpose);
        approved.ids.append(message.id);
    }
    return {};
}

Result<void> BulkResends::addItems(storage::Connection &connection, Id bulk, const QList<Id> &ids) {
    for (qsizetype from = 0; from < ids.size(); from += pageSize) {
        QStringList list;
        for (const Id id : ids.mid(from, pageSize))
            list.append(idToString(id));
        const auto added = connection.execute("sms/insert_bulk_items", {{"bulk", bulk}, {"ids", list.join(u',')}});
        if (!added)
            return Failure(added.error());
    }
    return {};
}

Result<BulkResend> BulkResends::begin(const Order &order) {
    const Result<Approved> approved = approve(order.filter);
    if (!approved)
        return Failure(approved.error());
    if (approved->preview.count != order.expectedCount) {
        Error error{ErrorKind::Conflict,
                    "count-changed",
                    QString("There are %1 messages to send again by now.").arg(approved->preview.count),
                    {}};
        error.extra = {{"count", approved->preview.count}};
        return failure(std::move(error));
    }
    BulkResend bulk;
    bulk.id = m_parts.ids.next();
    bulk.createdAt = m_parts.clock.now();
    bulk.actor = order.by;
    bulk.reason = order.reason;
    bulk.total = approved->preview.count;
    bulk.state = bulk.total == 0 ? BulkState::Done : BulkState::Running;
    const auto begun = m_parts.database.write([&](storage::Connection &connection) -> Result<void> {
        const auto inserted = connection.execute("sms/insert_bulk", {{"id", bulk.id},
                                                                     {"at", toMs(bulk.createdAt)},
                                                                     {"actor", bulk.actor},
                                                                     {"reason", bulk.reason},
                                                                     {"request_id", order.requestId},
                                                                     {"state", toString(bulk.state)},
                                                                     {"total", bulk.total}});
        if (!inserted)
            return Failure(inserted.error());
        if (const auto added = addItems(connection, bulk.id, approved->ids); !added)
            return added;
        return order.note ? order.note(connection, bulk) : Result<void>();
    });
    if (!begun)
        return Failure(begun.error());
    m_parts.afterCommit();
    return bulk;
}

Result<BulkResend> BulkResends::find(Id id) {
    return m_parts.database.read([&](storage::Connection &connection) { return readBulkResend(connection, id); });
}

Result<BulkResend> BulkResends::cancel(Id id, const Note &note) {
    const auto canceled = m_parts.database.write([&](storage::Connection &connection) -> Result<BulkResend> {
        const auto ended = connection.execute("sms/cancel_bulk", {{"id", id}, {"at", toMs(m_parts.clock.now())}});
        if (!ended)
            return Failure(ended.error());
        auto bulk = readBulkResend(connection, id);
        if (!bulk || *ended == 0)
            return bulk;
        if (const auto dropped = connection.execute("sms/delete_bulk_items", {{"bulk", id}}); !dropped)
            return Failure(dropped.error());
        if (const auto told = live::Outbox::addEvent(connection, live::smsBulkChanged, toJson(*bulk)); !told)
            return Failure(told.error());
        if (const auto noted = note ? note(connection, *bulk) : Result<void>(); !noted)
            return Failure(noted.error());
        return bulk;
    });
    if (canceled)
        m_parts.afterCommit();
    return canceled;
}

} // namespace wemo::sms
