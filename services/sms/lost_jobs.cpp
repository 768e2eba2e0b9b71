#include "services/sms/lost_jobs.h"

#include "services/queue/control.h"

namespace wemo::sms {

LostJobs::LostJobs(Parts parts, Milliseconds lostAfter, int batch)
    : m_parts(std::move(parts))
    , m_lostAfter(lostAfter)
    , m_batch(batch) {
    // A submission that never left this machine waits for its retry in `submitting`; its job may be lost as well. One
    // that may have left has its job as long as its worker lives: a new one tells, without a second send, that it died.
    m_kinds = {{DeliveryState::Created, 0}, {DeliveryState::Submitting, 0}, {DeliveryState::Submitting, 1}};
    // Only where the gateway itself sees to it that the same submission is one message is it made again.
    const QList<Gateway *> gateways = m_parts.gateways.all();
    for (const Gateway *gateway : gateways)
        if (gateway->idempotentFor())
            m_kinds.append({DeliveryState::SubmitUnknown, 0, gateway->name()});
}

Result<int> LostJobs::addAgain() {
    int added = 0;
    for (Kind &kind : m_kinds) {
        const Result<int> some = addKind(kind);
        if (!some)
            return some;
        added += *some;
    }
    return added;
}

Result<int> LostJobs::addKind(Kind &kind) {
    const Instant before = m_parts.log.clock().now() - m_lostAfter;
    storage::Params params{{"state", toString(kind.state)},  {"in_the_air", kind.inTheAir}, {"before", toMs(before)},
                           {"before_id", firstIdAt(before)}, {"after", kind.after},         {"limit", m_batch}};
    QSet<QString> with;
    if (!kind.gateway.isEmpty()) {
        params.append({"gateway", kind.gateway});
        with.insert("gateway");
    }
    const auto found =
        m_parts.database.read([&](storage::Connection &c) { return c.query("sms/stale", params, with); });
    if (!found)
        return Failure(found.error());
    std::map<Purpose, QList<Id>> lines;
    for (const storage::Row &row : *found)
        lines[purposeFromString(row.text("purpose")).value_or(Purpose::Otp)].append(row.integer("id"));
    kind.after = found->size() < m_batch ? 0 : found->last().integer("id");
    int added = 0;
    for (const auto &[purpose, ids] : lines) {
        const Result<int> some = m_parts.addJobs(purpose, ids);
        if (!some)
            return some;
        added += *some;
    }
    return added;
}

/// A job that ended without ending the message (the store was away for all its attempts) begins again.
LostJobs::AddJobs LostJobs::addJobsTo(Lanes &lanes) {
    return [&lanes](Purpose purpose, const QList<Id> &ids) -> Result<int> {
        queue::Queue &lane = lanes.of(purpose);
        std::vector<queue::NewJob> jobs;
        for (const Id id : ids)
            jobs.push_back(lanes.job(id));
        const std::vector<Result<queue::Added>> added = lane.addBulk(jobs);
        queue::Control::Ids there;
        for (std::size_t i = 0; i < added.size(); ++i) {
            if (!added[i])
                return Failure(added[i].error());
            if (added[i]->isDuplicate)
                there.push_back(jobs[i].id);
        }
        const auto replayed = queue::Control(lane).replay(there);
        if (!replayed)
            return Failure(replayed.error());
        // One that still waits for its time is late: what is scheduled was given to the queue too late, by the length
        // of an outage.
        queue::Control::Ids late;
        for (std::size_t i = 0; i < there.size(); ++i)
            if ((*replayed)[i] == queue::Change::WrongState)
                late.push_back(there[i]);
        if (const auto promoted = queue::Control(lane).promote(late); !promoted)
            return Failure(promoted.error());
        const auto again = std::count(replayed->begin(), replayed->end(), queue::Change::Done);
        return static_cast<int>(jobs.size() - there.size()) + static_cast<int>(again);
    };
}

} // namespace wemo::sms
