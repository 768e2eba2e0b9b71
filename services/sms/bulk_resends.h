#pragma once
#include "models/sms/bulk_resend.h"
#include "services/sms/acts_resend.h"
#include "services/sms/message_list.h"
#include "services/sms/send_request.h"

namespace wemo::sms {

/// Orders to send the failures of a filter again. What was approved is kept in the store message by message; a thread
/// of BulkWorker works it off. Thread-safe.
class BulkResends {
public:
    struct Parts {
        storage::Database &database;
        MessageList &list;
        const Clock &clock;
        IdSource &ids;
        const Resender &resender;
        SegmentPrice price;
        std::function<void()> afterCommit;
    };
    explicit BulkResends(Parts parts)
        : m_parts(std::move(parts)) {}

    /// Of messages that failed: undelivered, expired, rejected, failed, and those of unknown end where the filter names
    /// that state. InvalidInput "not-failures" where it names none of these, "too-many" over 100,000 messages.
    Result<BulkPreview> preview(const MessageFilter &filter);

    using Note = std::function<Result<void>(storage::Connection &, const BulkResend &)>;
    struct Order {
        MessageFilter filter;
        qint64 expectedCount = 0; ///< as the preview said
        QString by, reason, requestId;
        Note note; ///< written in the same transaction
    };
    /// Conflict "count-changed" with the new one (extra `count`) where it is not as expected.
    Result<BulkResend> begin(const Order &order);
    Result<BulkResend> find(Id id); ///< NotFound "bulk-resend-not-found"
    /// What has been sent stays sent. One that has ended is told as it is.
    Result<BulkResend> cancel(Id id, const Note &note);

    static constexpr qint64 mostMessages = 100'000;

private:
    struct Approved {
        BulkPreview preview;
        QList<Id> ids;
    };
    Result<Approved> approve(const MessageFilter &filter);
    Result<void> approvePage(storage::Connection &connection, const QList<Id> &ids, Approved &approved);
    static Result<void> addItems(storage::Connection &connection, Id bulk, const QList<Id> &ids);

    Parts m_parts;
};

/// As it stands in the store, held until the end of the transaction where `with` says so.
BulkResend bulkResendOf(const storage::Row &row);
Result<BulkResend> readBulkResend(storage::Connection &connection, Id id);
/// Writes how far it is, and tells whoever watches.
Result<void> storeBulkResend(storage::Connection &connection, const BulkResend &bulk, Instant now);

} // namespace wemo::sms
