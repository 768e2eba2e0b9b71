#include "services/demo/company.h"

#include "services/demo/bulk_settings.h"
#include "services/demo/invention.h"
#include "services/demo/marks.h"
#include "services/demo/people.h"
#include "services/demo/rows.h"
#include "services/sms/partitions.h"

namespace wemo::demo {

using storage::Connection;

namespace {
constexpr int chunkSize = 2'500; // a fraction of a second: others write in between
constexpr int peopleChunk = 0;   // chunks of messages count from 1, the newest

Id riderId(Instant base, const Scale &scale, int person) {
    return idAt(base - std::chrono::hours(24 * (scale.days + 1)), static_cast<quint32>(person) + 1);
}

Result<void> writePeople(Connection &connection, Instant base, const Scale &scale, const runtime::Secrets &secrets) {
    const Instant since = base - std::chrono::hours(24 * (scale.days + 1));
    for (int person = 0; person < people; ++person) {
        const QByteArray number = numberOf(person).e164().toLatin1();
        const auto done =
            connection.execute("auth/insert_rider", {{"id", riderId(base, scale, person)},
                                                     {"phone_hash", runtime::hmac(number, secrets.lookupKey)},
                                                     {"phone_sealed", runtime::seal(number, secrets.sealKey)},
                                                     {"now", toMs(since)}});
        if (!done)
            return Failure(done.error());
    }
    return {};
}

void addMessage(Rows &rows, const Invented &invented, Id rider) {
    const sms::Message &m = invented.message;
    const bool submitting = m.state == sms::DeliveryState::Submitting;
    rows.begin().add(m.id).add(toMs(m.createdAt)).add(toMs(m.updatedAt)).add(m.maskedNumber).add(toString(m.purpose));
    rows.add(m.templateName).add(m.text).add(m.segments).add(toString(m.state)).add(m.reason).add(m.rawCode);
    rows.add(m.gateway).add(m.batchId).add(m.requestId).add(m.costTenThousandths).add(invented.validityMinutes);
    rows.add(m.state == sms::DeliveryState::Created ? 0 : 1).add(submitting ? 1 : 0);
    // No deadline: nobody polls a gateway for messages it never saw.
    rows.add(m.acceptedAt).add(m.sentAt).add(m.finalAt).add(std::optional<Instant>()).add(m.version).add(rider);
    rows.add(m.language).add(m.realCost).add(m.verifiedAt).add(m.scheduledAt).end();
}

void addEvents(Rows &rows, const Invented &invented) {
    for (const sms::MessageEvent &e : invented.events) {
        rows.begin().add(e.id).add(invented.message.id).add(toMs(e.at)).add(e.gatewayAt).add(e.source);
        rows.add(toString(e.state)).add(e.verdict).add(e.rawCode).add(e.reason).add(e.note).end();
    }
}

/// What waits to be sent needs its text, as the worker will look for it.
Result<void> sealBodies(Connection &connection, const QList<sms::Message> &waiting, const runtime::Secrets &secrets) {
    for (const sms::Message &message : waiting) {
        const QByteArray body = runtime::seal(message.text.toUtf8(), secrets.sealKey);
        if (const auto done = connection.execute("demo/seal_body", {{"id", message.id}, {"body", body}}); !done)
            return Failure(done.error());
    }
    return {};
}

Result<void> writeMessages(Connection &connection, const Invention &invention, const Scale &scale, Instant base,
                           const runtime::Secrets &secrets, int from, int to) {
    Rows messages, events;
    QList<sms::Message> waiting;
    for (int index = from; index < to; ++index) {
        const Invented invented = invention.message(index);
        addMessage(messages, invented, riderId(base, scale, invented.person));
        addEvents(events, invented);
        if (invented.message.state == sms::DeliveryState::Created ||
            invented.message.state == sms::DeliveryState::Submitting)
            waiting.append(invented.message);
    }
    const auto written = connection.execute("demo/insert_messages", {{"rows", messages.take()}});
    if (!written)
        return Failure(written.error());
    if (*written != to - from)
        return failure(ErrorKind::Internal, "demo-data", "The demo data cannot be written.", "riders are missing");
    if (const auto done = connection.execute("demo/insert_events", {{"rows", events.take()}}); !done)
        return Failure(done.error());
    return sealBodies(connection, waiting, secrets);
}
} // namespace

Company::Company(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets, Scale scale)
    : m_database(database)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_scale(scale) {}

Result<void> Company::seed(const Progress &progress, const std::atomic<bool> &canceled, int newest) {
    const Result<Marks> there = marksOf(m_database, messageMarks);
    if (!there)
        return Failure(there.error());
    const Instant base = there->base.value_or(m_clock.now());
    const int wanted = qMin(newest, m_scale.messages);
    const int chunks = 1 + (wanted + chunkSize - 1) / chunkSize;
    if (there->chunks.size() >= chunks)
        return {};
    // Two days more: the rhythm's days are those of Taipei.
    const Instant oldest = base - std::chrono::hours(24 * (m_scale.days + 2));
    if (const Result<int> months = sms::addPartitions(m_database, oldest, base); !months)
        return Failure(months.error());
    const BulkSettings bulk(m_database);
    const Invention invention(base, m_scale);
    for (int chunk = peopleChunk; chunk < chunks; ++chunk) {
        const int done = qMax(0, chunk - 1) * chunkSize;
        const int to = m_scale.messages - done, from = qMax(0, to - chunkSize);
        progress(done, wanted);
        if (there->chunks.contains(chunk))
            continue;
        if (canceled)
            return failure(ErrorKind::Canceled, "canceled", "The demo data was not finished.");
        const auto written = m_database.write([&](Connection &connection) -> Result<void> {
            const Result<bool> isMine = mark(connection, chunk, base);
            if (!isMine || !*isMine)
                return isMine ? Result<void>() : Failure(isMine.error());
            return chunk == peopleChunk ? writePeople(connection, base, m_scale, m_secrets)
                                        : writeMessages(connection, invention, m_scale, base, m_secrets, from, to);
        });
        if (!written)
            return Failure(written.error());
    }
    progress(wanted, wanted);
    return {};
}

} // namespace wemo::demo
