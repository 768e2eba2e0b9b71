#include "services/pricing/campaign_rehearsals.h"

#include "services/pricing/campaign_samples.h"
#include "services/pricing/campaign_taken.h"

#include <QElapsedTimer>

namespace wemo::pricing {

namespace {
constexpr std::chrono::minutes intoItsTime{1};

constexpr auto publishedAlready = "It is published or taken back already.";

bool isAhead(const Campaign &campaign) {
    return campaign.state == CampaignState::Draft || campaign.state == CampaignState::Submitted;
}

Rehearsal reportOf(const CampaignWork &work) {
    Rehearsal report;
    report.problems = work.problems();
    report.isOk = !isAnyFatal(report.problems);
    report.plans = static_cast<qint64>(work.steps().size());
    report.intervals = work.changes();
    return report;
}

/// Who writes in a rehearsal: nobody, as nothing stays.
const staff::Account &nobody() {
    static const staff::Account account{0, "rehearsal", "Rehearsal", staff::Role::Pricing};
    return account;
}

/// At every boundary from `since` on the plan has what it had before the campaign in the time the campaign was given,
/// and elsewhere what it has now.
bool isBefore(const CampaignWork::Step &step, Id campaign, const QList<Interval> &after, Instant since) {
    const Interval *part = partOf(step.timeline, campaign);
    const auto isCampaigns = [part](Instant at) {
        return part && part->from <= at && (!part->predecessorTo || at < *part->predecessorTo);
    };
    const QList<Instant> boundaries = boundariesOf(step.timeline, after, since);
    return std::all_of(boundaries.begin(), boundaries.end(), [&](Instant at) {
        return configAt(after, at) == (isCampaigns(at) ? step.item.baseConfigId : configAt(step.timeline, at));
    });
}
} // namespace

Result<Rehearsal> CampaignRehearsals::dryRun(Id id) const {
    QElapsedTimer timer;
    timer.start();
    const Instant now = m_desk.clock.now();
    return m_desk.database.read([&](storage::Connection &connection) -> Result<Rehearsal> {
        const Result<Campaign> campaign = CampaignStore(connection).campaign(id);
        if (!campaign)
            return Failure(campaign.error());
        if (!isAhead(*campaign))
            return wrongCampaignState(publishedAlready);
        const Result<StoredBook> before = Store(connection).book();
        CampaignWork work(m_desk, connection, *campaign, now);
        const Result<void> read = before ? work.read(false) : Failure(before.error());
        if (!read)
            return Failure(read.error());
        work.publish();
        Rehearsal report = reportOf(work);
        const StoredBook during = withOutcomes(*before, work.steps());
        report.samples = samplesOf(work.steps(), campaign->publishAt, {bookOf(*before), bookOf(during), nullptr});
        report.durationMs = timer.elapsed();
        return report;
    });
}

/// Runs in a transaction that never commits.
Result<Rehearsal> CampaignRehearsals::written(Id id, bool isPublishing) const {
    QElapsedTimer timer;
    timer.start();
    const Instant now = m_desk.clock.now();
    std::optional<Rehearsal> report;
    const Result<void> done = m_desk.database.write([&](storage::Connection &connection) -> Result<void> {
        report.reset(); // it may run again after a deadlock
        if (const Result<void> counted = Store(connection).countVersion(); !counted)
            return counted;
        const Result<Campaign> campaign = CampaignStore(connection).campaign(id);
        if (!campaign)
            return Failure(campaign.error());
        Result<Rehearsal> made =
            isPublishing ? publishAndTakeBack(connection, *campaign, now) : onlyTakeBack(connection, *campaign, now);
        if (!made)
            return Failure(made.error());
        report = *std::move(made);
        return failure(ErrorKind::Conflict, "rehearsed", "A rehearsal leaves nothing behind.");
    });
    if (!report)
        return Failure(done.error());
    report->durationMs = timer.elapsed();
    return *std::move(report);
}

Result<Rehearsal> CampaignRehearsals::rehearse(Id campaign) const {
    return written(campaign, true);
}

Result<Rehearsal> CampaignRehearsals::rehearseRollback(Id campaign) const {
    return written(campaign, false);
}

Result<Rehearsal> CampaignRehearsals::publishAndTakeBack(storage::Connection &connection, const Campaign &campaign,
                                                         Instant now) const {
    if (!isAhead(campaign))
        return wrongCampaignState(publishedAlready);
    Store store(connection);
    const Result<StoredBook> before = store.book();
    CampaignWork work(m_desk, connection, campaign, now);
    const Result<void> read = before ? work.read(true) : Failure(before.error());
    if (!read)
        return Failure(read.error());
    work.publish();
    Rehearsal report = reportOf(work);
    if (!report.isOk)
        return report;
    const Result<qint64> written = work.write(nobody(), "pricing.interval.approve", {});
    const Result<StoredBook> during = written ? store.book() : Failure(written.error());
    if (!during)
        return Failure(during.error());

    const Instant at = campaign.publishAt + intoItsTime;
    CampaignWork back(m_desk, connection, campaign, at);
    if (const Result<void> again = back.read(true); !again)
        return Failure(again.error());
    back.takeBack(at);
    report.problems += back.problems();
    const Result<qint64> taken = back.write(nobody(), "pricing.interval.rollback", {});
    const Result<StoredBook> after = taken ? store.book() : Failure(taken.error());
    if (!after)
        return Failure(after.error());
    report.isRestored = areAlike(*before, *after, at);
    report.isOk = report.isRestored && !isAnyFatal(report.problems);
    report.samples = samplesOf(work.steps(), at, {bookOf(*before), bookOf(*during), bookOf(*after)});
    return report;
}

Result<Rehearsal> CampaignRehearsals::onlyTakeBack(storage::Connection &connection, const Campaign &campaign,
                                                   Instant now) const {
    if (campaign.state != CampaignState::Approved)
        return wrongCampaignState("Only what is published can be rolled back.");
    Store store(connection);
    const Result<StoredBook> during = store.book();
    CampaignWork work(m_desk, connection, campaign, now);
    const Result<void> read = during ? work.read(true) : Failure(during.error());
    if (!read)
        return Failure(read.error());
    work.takeBack(now);
    Rehearsal report = reportOf(work);
    if (!report.isOk) {
        report.isRestored = false;
        return report;
    }
    const Result<qint64> written = work.write(nobody(), "pricing.interval.rollback", {});
    const Result<StoredBook> after = written ? store.book() : Failure(written.error());
    if (!after)
        return Failure(after.error());
    const Instant start = std::max(now, campaign.publishAt);
    report.isRestored = true;
    for (const CampaignWork::Step &step : work.steps()) {
        const Result<QList<Interval>> timeline = store.intervalsOf(step.plan.id);
        if (!timeline)
            return Failure(timeline.error());
        report.isRestored = report.isRestored && isBefore(step, campaign.id, *timeline, start);
    }
    report.isOk = report.isRestored;
    report.samples = samplesOf(work.steps(), start, {nullptr, bookOf(*during), bookOf(*after)});
    return report;
}

} // namespace wemo::pricing
