#include "services/api/delivery_routes.h"

#include "models/core/json_parts.h"
#include "services/api/body.h"
#include "services/api/query_reader.h"

#include <QRegularExpression>

namespace wemo::api {

namespace {
using delivery::DeliveryMonitor;
using delivery::Grouping;
using Answer = Result<http::Response>;
constexpr int longestReason = 500;
constexpr auto longestByHour = std::chrono::hours(24 * 31);
constexpr auto longest = std::chrono::hours(24 * 731);

template <typename T>
Answer listed(const Result<QList<T>> &items) {
    return items ? Answer(json({{"items", toArray(*items)}})) : Failure(items.error());
}
Answer answer(const Result<delivery::Breaker> &breaker, int status = 200) {
    return breaker ? Answer(json(toJson(*breaker), status)) : Failure(breaker.error());
}

Answer statistics(DeliveryMonitor &monitor, const Clock &clock, const Context &context) {
    QueryReader query(context.request.query);
    const Instant to = query.instant("to").value_or(clock.now());
    const Instant from = query.instant("from").value_or(to - std::chrono::hours(24));
    const auto by = delivery::groupingFromString(query.text("by", 20).value_or(toString(Grouping::Hour)));
    if (!by)
        query.fail("by", "unknown-word", "Expected hour, day, gateway, prefix or template.");
    if (to <= from)
        query.fail("to", "inverted", "The period ends before it begins.");
    else if (to - from > (by == Grouping::Hour ? longestByHour : longest))
        query.fail("from", "too-long", "By the hour at most 31 days, else two years.");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto report = monitor.rollup().report(from, to, *by);
    return report ? Answer(json(toJson(*report))) : Failure(report.error());
}

struct ListQuery {
    bool onlyOpen = false;
    int limit = 0;
};
Result<ListQuery> listQuery(const Context &context) {
    QueryReader query(context.request.query);
    const QString state = query.text("state", 10).value_or("open");
    const int limit = static_cast<int>(query.integer("limit", 1, 500, 100));
    if (state != "open" && state != "all")
        query.fail("state", "unknown-word", "Expected open or all.");
    const Result<void> read = query.finish();
    return read ? Result<ListQuery>(ListQuery{state == "open", limit}) : Failure(read.error());
}

Answer alarms(DeliveryMonitor &monitor, const Clock & /*clock*/, const Context &context) {
    const auto query = listQuery(context);
    return query ? listed(monitor.watch().list(query->onlyOpen, query->limit)) : Failure(query.error());
}

Answer breakers(DeliveryMonitor &monitor, const Clock & /*clock*/, const Context &context) {
    const auto query = listQuery(context);
    return query ? listed(monitor.breaker().list(query->onlyOpen, query->limit)) : Failure(query.error());
}

Answer lift(DeliveryMonitor &monitor, const Clock & /*clock*/, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString reason = reader.string("reason", longestReason);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(monitor.breaker().lift(context.caller->account, context.parameters.value("prefix"), reason));
}

Answer stop(DeliveryMonitor &monitor, const Clock & /*clock*/, const Context &context) {
    static const QRegularExpression form("^09[0-9]{2}$");
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString prefix = reader.string("prefix", 10);
    const QString reason = reader.string("reason", longestReason);
    if (reader.has("prefix") && !form.match(prefix).hasMatch())
        reader.fail("prefix", "bad-prefix", "Expected the first four digits of a number, such as 0912.");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(monitor.breaker().stop(context.caller->account, prefix, reason), 201);
}
} // namespace

QList<Route> deliveryRoutes(DeliveryMonitor &monitor, const Clock &clock) {
    using staff::Permission;
    const auto route = [&](const char *method, const char *path, Permission permission, auto handler) {
        return Route{method, QString("/api/v1/sms/") + QString::fromLatin1(path), Access::Permission, permission,
                     [&monitor, &clock, handler](const Context &context) { return handler(monitor, clock, context); }};
    };
    return {route("GET", "statistics", Permission::SmsRead, statistics),
            route("GET", "alarms", Permission::SmsRead, alarms),
            route("GET", "breakers", Permission::SmsRead, breakers),
            route("POST", "breakers", Permission::SmsSend, stop),
            route("POST", "breakers/{prefix}/lift", Permission::SmsSend, lift)};
}

} // namespace wemo::api
