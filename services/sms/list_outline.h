#pragma once
#include "services/sms/list_walk.h"

namespace wemo::sms {

/// How long a list is and where its pages begin, in ids.
struct ListOutline {
    qint64 total = 0; ///< at most `maxRows`
    bool isExact = true;
    qint64 estimate = 0;     ///< of all rows; `total` where that is exact
    std::vector<Id> anchors; ///< the ids of the rows every, 2*every, … that have rows after them; counted from 1
};

/// Counts to `maxRows` and no further; beyond that the length is estimated from samples all over the rest.
Result<ListOutline> outlineOf(storage::Connection &connection, const MessageScope &scope, int every, int maxRows);

} // namespace wemo::sms
