#include "services/sms/code_use.h"

namespace wemo::sms {

namespace {
Result<void> note(storage::Connection &connection, MessageLog &log, Id id) {
    auto record = log.lock(connection, id);
    if (!record)
        return Failure(record.error());
    if (record->message.verifiedAt)
        return {};
    record->message.verifiedAt = log.clock().now();
    News used;
    used.source = "rider";
    used.isNote = true;
    used.note = "The code was used.";
    const auto applied = log.apply(connection, *record, used);
    return applied ? Result<void>() : Failure(applied.error());
}

/// The message of a key, then the one it was sent again as, and so on.
Result<int> noteChain(storage::Connection &connection, MessageLog &log, const QString &keyStem, const QString &first) {
    int noted = 0;
    auto id = log.findByIdempotencyKey(connection, keyStem + first);
    while (id && *id) {
        if (const auto done = note(connection, log, **id); !done)
            return Failure(done.error());
        ++noted;
        id = log.findByIdempotencyKey(connection, keyStem + u'r' + idToString(**id));
    }
    return id ? Result<int>(noted) : Failure(id.error());
}
} // namespace

Result<int> noteCodeUsed(storage::Connection &connection, MessageLog &log, const QString &keyStem) {
    int all = 0;
    for (int send = 1;; ++send) {
        const Result<int> noted = noteChain(connection, log, keyStem, QString::number(send));
        if (!noted || *noted == 0)
            return noted ? Result<int>(all) : noted;
        all += *noted;
    }
}

} // namespace wemo::sms
