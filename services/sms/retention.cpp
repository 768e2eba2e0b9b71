#include "services/sms/retention.h"

#include "services/runtime/log.h"
#include "services/runtime/seal.h"
#include "services/sms/partitions.h"

namespace wemo::sms {

using storage::Connection;

namespace {
constexpr int monthsAhead = 2;
const QByteArray nothing("");

Id monthStart(Id id) {
    return firstIdAt(monthOf(instantOf(id)));
}
} // namespace

Retention::Retention(Parts parts, RetentionOptions options)
    : m_parts(parts)
    , m_options(options) {
    m_parts.metrics.describe("wemo_sms_retention_total", "Messages that lost their text or their number to age.");
}

Retention::~Retention() {
    stop();
}

void Retention::start() {
    m_stopping = false;
    if (const Result<int> made = addMonths(); !made)
        runtime::log::warn("sms-months-not-added", {{"code", made.error().code}});
    m_thread = std::thread([this] { loop(); });
}

void Retention::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Retention::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (const Result<qint64> done = run(); !done)
            runtime::log::warn("sms-retention-failed", {{"code", done.error().code}});
        lock.lock();
        m_changed.wait_for(lock, m_options.every, [this] { return m_stopping.load(); });
    }
}

Result<int> Retention::addMonths() {
    const Instant now = m_parts.clock.now();
    return addPartitions(m_parts.database, now, monthOf(now, monthsAhead));
}

Result<qint64> Retention::run() {
    if (const Result<int> made = addMonths(); !made)
        return Failure(made.error());
    qint64 taken = 0;
    for (const Step &step : {Step{"text", m_options.textFor, &Retention::takeTexts},
                             Step{"number", m_options.numberFor, &Retention::takeNumbers}}) {
        if (step.keptFor == std::chrono::hours::zero())
            continue;
        const Result<qint64> done = runStep(step);
        if (!done)
            return done;
        taken += *done;
    }
    return taken;
}

Result<qint64> Retention::runStep(const Step &step) {
    const Id before = firstIdAt(m_parts.clock.now() - step.keptFor);
    qint64 taken = 0;
    const auto batches = [&](auto batch) -> Result<void> {
        for (bool isLast = false; !isLast && !m_stopping;) {
            const Result<Batch> done = m_parts.database.write(batch);
            if (!done)
                return Failure(done.error());
            m_parts.metrics.count("wemo_sms_retention_total", {{"what", step.name}}, static_cast<double>(done->taken));
            taken += done->taken;
            isLast = done->isLast;
        }
        return {};
    };
    if (const auto done = batches([&](Connection &c) { return takeLeft(c, step); }); !done)
        return Failure(done.error());
    if (const auto done = batches([&](Connection &c) { return advance(c, step, before); }); !done)
        return Failure(done.error());
    return taken;
}

/// The next batch of those that are old enough by now.
Result<Retention::Batch> Retention::advance(Connection &connection, const Step &step, Id before) {
    const QString name = QString::fromLatin1(step.name);
    const auto mark = connection.query("sms/retention_mark", {{"step", name}});
    if (!mark || mark->isEmpty())
        return mark ? Result<Batch>(Batch()) : Failure(mark.error());
    const Id from = mark->first().integer("done_below");
    if (from >= before)
        return Batch();
    const auto end =
        connection.query("sms/retention_end", {{"from", from}, {"before", before}, {"batch", m_options.batch}});
    if (!end)
        return Failure(end.error());
    const Id to = end->isEmpty() ? before : end->first().integer("id");
    if (const auto left = connection.execute("sms/retention_leave", {{"step", name}, {"from", from}, {"to", to}});
        !left)
        return Failure(left.error());
    const Result<qint64> taken = (this->*step.take)(connection, from, to);
    if (!taken)
        return Failure(taken.error());
    const auto moved = connection.execute("sms/set_retention_mark", {{"step", name}, {"done_below", to}});
    if (!moved)
        return Failure(moved.error());
    return Batch{*taken, end->isEmpty()};
}

/// Those that were not at their end when it was their turn, and are now.
Result<Retention::Batch> Retention::takeLeft(Connection &connection, const Step &step) {
    const QString name = QString::fromLatin1(step.name);
    if (const auto mark = connection.query("sms/retention_mark", {{"step", name}}); !mark)
        return Failure(mark.error());
    const auto rows = connection.query("sms/retention_left", {{"step", name}, {"batch", m_options.batch}});
    if (!rows)
        return Failure(rows.error());
    Batch batch{0, rows->size() < m_options.batch};
    for (const storage::Row &row : *rows) {
        const Id id = row.integer("message_id");
        const Result<qint64> taken = (this->*step.take)(connection, id, id + 1);
        if (!taken)
            return Failure(taken.error());
        batch.taken += *taken;
        if (const auto gone = connection.execute("sms/retention_forget_left", {{"step", name}, {"id", id}}); !gone)
            return Failure(gone.error());
    }
    return batch;
}

Result<qint64> Retention::takeTexts(Connection &connection, Id from, Id to) {
    const storage::Params range{{"from", from}, {"to", to}, {"nothing", nothing}};
    for (const char *also : {"sms/drop_reply_texts", "sms/drop_keys"})
        if (const auto done = connection.execute(also, range); !done)
            return done;
    return connection.execute("sms/drop_texts", range);
}

Result<qint64> Retention::takeNumbers(Connection &connection, Id from, Id to) {
    const auto replies = replaceNumbers(connection, "sms/reply_numbers_kept", "sms/replace_reply_number", from, to);
    if (!replies)
        return replies;
    const auto messages = replaceNumbers(connection, "sms/numbers_kept", "sms/replace_number", from, to);
    if (!messages)
        return messages;
    const auto forgotten = connection.execute("sms/forget_pseudonym_keys", {{"month", monthStart(to)}});
    return forgotten ? messages : forgotten;
}

Result<qint64> Retention::replaceNumbers(Connection &connection, const char *kept, const char *replace, Id from,
                                         Id to) {
    const auto rows = connection.query(kept, {{"from", from}, {"to", to}});
    if (!rows)
        return Failure(rows.error());
    for (const storage::Row &row : *rows) {
        const Result<QByteArray> key = keyOf(connection, row.integer("id"));
        if (!key)
            return Failure(key.error());
        const auto done = connection.execute(replace, {{"id", row.integer("id")},
                                                       {"pseudonym", runtime::hmac(row.bytes("number_hash"), *key)},
                                                       {"nothing", nothing}});
        if (!done)
            return done;
    }
    return rows->size();
}

Result<QByteArray> Retention::keyOf(Connection &connection, Id id) {
    const Id month = monthStart(id);
    const auto fresh =
        connection.execute("sms/keep_pseudonym_key", {{"month", month}, {"key", runtime::randomBytes(32)}});
    if (!fresh)
        return Failure(fresh.error());
    const auto rows = connection.query("sms/pseudonym_key", {{"month", month}});
    if (!rows || rows->isEmpty())
        return rows ? failure(ErrorKind::Internal, "no-pseudonym-key", "The service has a fault.")
                    : Failure(rows.error());
    return rows->first().bytes("key");
}

} // namespace wemo::sms
