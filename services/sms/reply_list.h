#pragma once
#include "models/sms/reply.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

namespace wemo::sms {

struct ReplyPage {
    QList<Reply> items; ///< newest first
    QString nextCursor; ///< empty = that was all
};

/// What riders answered. Their texts are sealed in the store and opened only here. Thread-safe.
class ReplyList {
public:
    ReplyList(storage::Database &database, const runtime::Secrets &secrets);

    /// `number` in any spelling; empty = everybody's. InvalidInput where it is no number, or the cursor is not of this
    /// list.
    Result<ReplyPage> page(const QString &number, int limit, const QString &cursor);

private:
    Reply replyOf(const storage::Row &row) const;

    storage::Database &m_database;
    QByteArray m_sealKey, m_lookupKey;
};

} // namespace wemo::sms
