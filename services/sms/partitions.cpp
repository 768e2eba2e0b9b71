#include "services/sms/partitions.h"

#include <QDateTime>

namespace wemo::sms {

Instant monthOf(Instant at, int later) {
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).date();
    const QDate first = QDate(day.year(), day.month(), 1).addMonths(later);
    return fromMs(first.startOfDay(Qt::UTC).toMSecsSinceEpoch());
}

Result<int> addPartitions(storage::Database &database, Instant from, Instant until) {
    return database.write([&](storage::Connection &connection) -> Result<int> {
        const auto made = connection.query("sms/add_partitions", {{"from_at", toMs(from)}, {"until_at", toMs(until)}});
        if (!made)
            return Failure(made.error());
        return made->isEmpty() ? 0 : static_cast<int>(made->first().integer("made"));
    });
}

} // namespace wemo::sms
