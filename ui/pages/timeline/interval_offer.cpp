#include "ui/pages/timeline/interval_offer.h"

#include "ui/pages/timeline/interval_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(IntervalOffer)
};

void judge(IntervalOffer &offer, const Interval &interval) {
    for (const TimelineProblem &problem : std::as_const(offer.problems)) {
        if (problem.fault == TimelineFault::Gap)
            offer.asksGap = !interval.isGapConfirmed;
        else if (problem.fault == TimelineFault::Lead)
            offer.asksEmergency = true;
        else
            offer.isBlocked = true;
    }
}
} // namespace

IntervalOffer offerFor(const Interval &interval, const QList<Interval> &timeline, const Reader &reader, Instant now) {
    IntervalOffer offer;
    const IntervalStatus status = statusOf(interval, now);
    const bool isDraft = status == IntervalStatus::Draft;
    const bool isSubmitted = status == IntervalStatus::Submitted;
    if (isDraft || isSubmitted) {
        offer.problems = check(timeline, interval, now);
        judge(offer, interval);
    }
    const bool isAuthor = interval.authorId == reader.account;
    offer.edit = offer.remove = offer.submit = isDraft && reader.mayEdit;
    offer.withdraw = (isDraft || isSubmitted || status == IntervalStatus::Scheduled) && reader.mayEdit;
    offer.approve = isSubmitted && reader.mayApprove && !isAuthor;
    offer.reject = isSubmitted && reader.mayApprove;
    offer.rollback = (status == IntervalStatus::Effective || status == IntervalStatus::Scheduled) && reader.mayApprove;
    if (isSubmitted && reader.mayApprove && isAuthor)
        offer.whyNotApprove = Words::tr("You wrote this yourself: somebody else has to approve it (four eyes).");
    else if (isSubmitted && !reader.mayApprove)
        offer.whyNotApprove = Words::tr("It waits for somebody who may approve prices.");
    return offer;
}

RollbackPreview previewRollback(const Interval &interval, const QList<Interval> &timeline, Instant now,
                                const std::function<qint64(Id)> &versionOf) {
    const Result<Rollback> rollback = rollbackOf(timeline, interval, now);
    if (!rollback) {
        if (rollback.error().code == u"nothing-before")
            return {false, Words::tr("Nothing was in force before it, so there is nothing to go back to.")};
        return {false, Words::tr("It is over: there is nothing left to take back.")};
    }
    const qint64 version = versionOf(interval.configId);
    if (!rollback->added)
        return {true, Words::tr("Version %1 never begins. Nothing comes in its place: no price from %2 on.")
                          .arg(version)
                          .arg(minuteText(interval.from))};
    const Interval &added = *rollback->added;
    const qint64 back = versionOf(added.configId);
    const QString until = added.to ? Words::tr("until %1").arg(minuteText(*added.to)) : Words::tr("with no end");
    if (rollback->isWithdrawn)
        return {true,
                Words::tr("Version %1 never begins; version %2 stays in force, %3.").arg(version).arg(back).arg(until)};
    return {true, Words::tr("Version %1 ends now and version %2 is in force again, %3. Rides that have begun keep "
                            "their price.")
                      .arg(version)
                      .arg(back)
                      .arg(until)};
}

} // namespace wemo::pages::timeline
