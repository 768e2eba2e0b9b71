#include "services/sms/list_plan.h"

namespace wemo::sms {

namespace {
constexpr int probed = 100; // so far down each index its density is measured

/// Rows in a unit of id below `before` that have one of the dimension's values, as its index stands there.
Result<double> densityOf(storage::Connection &connection, const MessageScope &scope,
                         const MessageScope::Dimension &dimension, Id before) {
    MessageScope alone{{dimension}, scope.from, scope.to};
    double density = 0;
    for (const ListWalk &walk : ListWalk::all(alone, 0)) {
        const Result<std::optional<Id>> id = walk.nth(connection, before, probed);
        if (!id)
            return Failure(id.error());
        if (*id) // else there are so few that they do not count
            density += probed / static_cast<double>(std::max<Id>(1, before - **id));
    }
    return density;
}
} // namespace

Result<QList<ListWalk>> walksOf(storage::Connection &connection, const MessageScope &scope, Id before) {
    if (const auto ready = connection.query("sms/plan_walks"); !ready)
        return Failure(ready.error());
    const auto count = static_cast<int>(scope.dimensions.size());
    if (count < 2 || scope.dimensions.first().isOneThing)
        return ListWalk::all(scope, count == 0 ? -1 : 0);
    int best = 0;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < count; ++i) {
        const Result<double> density = densityOf(connection, scope, scope.dimensions[i], before);
        if (!density)
            return Failure(density.error());
        if (*density < least) {
            least = *density;
            best = i;
        }
    }
    return ListWalk::all(scope, best);
}

} // namespace wemo::sms
