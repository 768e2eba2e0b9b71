#pragma once
#include "models/sms/message_filter.h"
#include "services/sms/list_cursor.h"

#include <QVariant>

namespace wemo::sms {

/// A filter in the store's terms.
struct MessageScope {
    /// A column that must have one of some values, by the name its conditions have in the SQL files: "by_<name>" leads
    /// down its index, "and_<name>" only looks at it.
    struct Dimension {
        QString name;
        QVariantList values; ///< each once, at least one
        bool isOneThing;     ///< a number, a batch, a request: a few rows, whatever else is asked for
    };
    QList<Dimension> dimensions; ///< those of one thing first
    Id from = 0;                 ///< inclusive
    Id to = newestPlace;         ///< exclusive
};

/// InvalidInput where the number is none.
Result<MessageScope> scopeOf(const MessageFilter &filter, const QByteArray &lookupKey);

} // namespace wemo::sms
