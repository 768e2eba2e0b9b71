#include "services/api/gbfs_routes.h"

#include "services/api/query_reader.h"
#include "services/pricing/gbfs_feed.h"

namespace wemo::api {

namespace {
bool isHeld(const QByteArray &ifNoneMatch, const QByteArray &etag) {
    const QList<QByteArray> held = ifNoneMatch.split(',');
    return std::any_of(held.begin(), held.end(), [&etag](const QByteArray &one) {
        const QByteArray tag = one.trimmed();
        return tag == "*" || (tag.startsWith("W/") ? tag.mid(2) : tag) == etag;
    });
}

Result<http::Response> feed(const GbfsDependencies &d, pricing::GbfsVersion version, const Context &context) {
    QueryReader query(context.request.query);
    const Instant at = query.instant("at").value_or(d.clock.now());
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto book = d.books.current();
    if (!book)
        return Failure(book.error());
    const pricing::GbfsFeed feed = pricing::gbfsFeed(**book, version, at);
    http::Response response;
    response.headers = {{"ETag", feed.etag},
                        {"Cache-Control", "public, max-age=" + QByteArray::number(feed.ttlSeconds)},
                        {"Access-Control-Allow-Origin", "*"}};
    if (isHeld(context.request.header("If-None-Match"), feed.etag)) {
        response.status = 304;
        return response;
    }
    response.headers.emplaceBack("Content-Type", "application/json");
    response.body = feed.text;
    return response;
}
} // namespace

QList<Route> gbfsRoutes(const GbfsDependencies &d) {
    const auto route = [&d](const char *pattern, pricing::GbfsVersion version) {
        return Route{"GET", QString::fromLatin1(pattern), Access::Public, std::nullopt,
                     [d, version](const Context &context) { return feed(d, version, context); }};
    };
    return {route("/gbfs/3.0/system_pricing_plans.json", pricing::GbfsVersion::V3_0),
            route("/gbfs/2.3/system_pricing_plans.json", pricing::GbfsVersion::V2_3)};
}

} // namespace wemo::api
