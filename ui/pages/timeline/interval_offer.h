#pragma once
#include "models/pricing/timeline.h"

#include <functional>

namespace wemo::pages::timeline {

/// Who looks.
struct Reader {
    Id account = 0;
    bool mayEdit = false;
    bool mayApprove = false;
};

/// What may be done to an interval, and what it takes.
struct IntervalOffer {
    bool edit = false;
    bool remove = false; ///< a draft
    bool submit = false;
    bool approve = false;
    bool reject = false;
    bool withdraw = false;
    bool rollback = false;
    bool asksGap = false;       ///< "GAP" has to be typed
    bool asksEmergency = false; ///< a reason has to be given for so short a time
    bool isBlocked = false;     ///< it overlaps or lies in the past: nobody can submit or approve it so
    QString whyNotApprove;      ///< four eyes
    QList<wemo::pricing::TimelineProblem> problems;
};
IntervalOffer offerFor(const wemo::pricing::Interval &interval, const QList<wemo::pricing::Interval> &timeline,
                       const Reader &reader, Instant now);

/// What rolling it back would do, in a sentence; `isPossible` is false where it says why not. `versions` names configs.
struct RollbackPreview {
    bool isPossible = false;
    QString text;
};
RollbackPreview previewRollback(const wemo::pricing::Interval &interval, const QList<wemo::pricing::Interval> &timeline,
                                Instant now, const std::function<qint64(Id)> &versionOf);

} // namespace wemo::pages::timeline
