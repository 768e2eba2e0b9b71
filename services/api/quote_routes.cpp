#include "services/api/quote_routes.h"

#include "services/api/body.h"
#include "services/api/problem.h"
#include "services/api/query_reader.h"
#include "services/pricing/quoting.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
using Book = std::shared_ptr<const pricing::PriceBook>;
using Answer = Result<http::Response>;

constexpr int mostRides = 1000;
constexpr qsizetype largestBatch = 1 << 20;

Answer quote(const Book &book, const QJsonObject &body) {
    const Result<pricing::QuoteRequest> request = pricing::quoteRequestFromJson(body);
    if (!request)
        return Failure(request.error());
    const Result<pricing::PricedRide> priced = pricing::priceRide(*book, *request);
    return priced ? Answer(json(toJson(*priced))) : Failure(priced.error());
}

QJsonObject itemOf(const pricing::PriceBook &book, const QJsonValue &ride) {
    Result<pricing::QuoteRequest> request = pricing::quoteRequestFromJson(ride.toObject());
    if (!request)
        return {{"problem", problemBody(request.error())}};
    const Result<pricing::PricedRide> priced = pricing::priceRide(book, *request);
    return priced ? QJsonObject{{"quote", toJson(*priced)}} : QJsonObject{{"problem", problemBody(priced.error())}};
}

Answer batch(const Book &book, const QJsonObject &body) {
    JsonReader reader(body);
    const QJsonArray rides = reader.array("rides", mostRides);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    QJsonArray items;
    for (const QJsonValue &ride : rides)
        items.append(itemOf(*book, ride));
    return json({{"items", items}});
}

Answer verify(const Book &book, const QJsonObject &body) {
    JsonReader reader(body);
    const QJsonObject given = reader.object("quote");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const Result<pricing::PricedRide> stored = pricing::pricedRideFromJson(given);
    if (!stored)
        return Failure(stored.error());
    const auto differences = pricing::verifyQuote(*book, *stored);
    if (!differences)
        return Failure(differences.error());
    QJsonArray array;
    for (const pricing::QuoteDifference &one : *differences)
        array.append(QJsonObject{{"path", one.path}, {"before", one.before}, {"after", one.after}});
    return json({{"matches", differences->isEmpty()}, {"differences", array}});
}

Answer preview(const Book &book, const QJsonObject &body) {
    JsonReader reader(body);
    const Result<pricing::Ride> ride = pricing::rideFromJson(reader.object("ride"), "ride");
    const Result<pricing::Config> config = pricing::configFromJson(reader.object("config"), "config");
    if (!ride)
        reader.failAll(ride.error().fields);
    if (!config)
        reader.failAll(config.error().fields);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const Result<pricing::PricedRide> priced = pricing::previewRide(*config, *ride, book->names());
    return priced ? Answer(json(toJson(*priced))) : Failure(priced.error());
}

Answer inForce(const QuoteDependencies &d, const Context &context) {
    constexpr int longest = 60;
    QueryReader query(context.request.query);
    pricing::Ride ride;
    ride.start = query.instant("at").value_or(d.clock.now());
    ride.product = query.text("product", longest).value_or(ride.product);
    ride.model = query.text("model", longest).value_or(QString());
    ride.pickupZone = query.text("zone", longest).value_or(QString());
    ride.tier = query.text("tier", longest).value_or(QString());
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<Book> book = d.books.current();
    if (!book)
        return Failure(book.error());
    const Result<pricing::InForce> found = pricing::inForceFor(**book, ride);
    return found ? Answer(json(toJson(*found, d.clock.now()))) : Failure(found.error());
}
} // namespace

QList<Route> quoteRoutes(const QuoteDependencies &d) {
    using staff::Permission;
    const auto route = [&d](const char *pattern, auto handler) {
        const auto run = [d, handler](const Context &context) -> Answer {
            const Result<Book> book = d.books.current();
            if (!book)
                return Failure(book.error());
            const Result<QJsonObject> body = jsonBody(context.request, largestBatch);
            return body ? handler(*book, *body) : Failure(body.error());
        };
        return Route{"POST", QString::fromLatin1(pattern), Access::PermissionOrService, Permission::PricingRead, run};
    };
    return {route("/api/v1/quotes", quote), route("/api/v1/quotes/batch", batch),
            route("/api/v1/quotes/verify", verify), route("/api/v1/quotes/preview", preview),
            Route{"GET", "/api/v1/pricing/in-force", Access::PermissionOrService, Permission::PricingRead,
                  [d](const Context &context) { return inForce(d, context); }}};
}

} // namespace wemo::api
