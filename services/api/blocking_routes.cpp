#include "services/api/blocking_routes.h"

#include "services/api/blocking_route_parts.h"

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;
constexpr int mostListed = 1'000, usualListed = 100, longestWord = 40, longestCursor = 40;

/// By a value a person wrote, or by the id a list told.
Result<blocking::SubjectRef> subjectIn(const BlockingDependencies &d, JsonReader &reader) {
    const QString kind = reader.string("kind", longestWord);
    const auto value = reader.optionalString("value", blocking::longestValue);
    const auto id = reader.optionalString("subject_id", longestWord);
    if (value.has_value() == id.has_value())
        reader.fail("value", "one-of", "Either a value or a subject_id.");
    if (!value)
        return blocking::SubjectRef{kind, id.value_or(QString()), {}};
    const auto subject = blocking::canonical(kind, *value);
    if (subject)
        return blocking::SubjectRef{kind, d.keys.idOf(*subject), masked(*subject)};
    reader.failAll(subject.error().fields);
    return blocking::SubjectRef();
}

/// The newest page has the bans among the rest, in the order of time.
Result<void> addBans(const BlockingDependencies &d, const QString &subjectId, blocking::HistoryPage &page) {
    if (!d.bans.historyOf)
        return {};
    const auto bans = d.bans.historyOf(subjectId);
    if (!bans)
        return Failure(bans.error());
    page.items += *bans;
    std::stable_sort(page.items.begin(), page.items.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
    return {};
}

Answer history(const BlockingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const auto subject = subjectIn(d, reader);
    const QString cursor = reader.optionalString("cursor", longestCursor).value_or(QString());
    const auto limit = reader.optionalInteger("limit", 1, mostListed).value_or(usualListed);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    d.drained();
    Result<blocking::HistoryPage> page = d.history.page(subject->id, cursor, static_cast<int>(limit));
    if (!page)
        return Failure(page.error());
    if (!subject->masked.isEmpty() || !page->subject)
        page->subject = *subject;
    if (const Result<void> added = cursor.isEmpty() ? addBans(d, subject->id, *page) : Result<void>(); !added)
        return Failure(added.error());
    return json(toJson(*page));
}

/// A member in its one form; what is wrong with it is told at its name.
QString known(JsonReader &reader, const QString &name, QList<blocking::Subject> &all) {
    const auto written = reader.optionalString(name, blocking::longestValue);
    if (!written || written->trimmed().isEmpty())
        return {};
    const auto subject = blocking::canonical(name, *written);
    if (!subject) {
        reader.fail(name, subject.error().fields.value(0).code, subject.error().fields.value(0).message);
        return {};
    }
    all.append(*subject);
    return subject->value;
}

Answer tryOut(const BlockingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    QList<blocking::Subject> all;
    blocking::Guard::Person person;
    person.number = known(reader, "number", all);
    person.email = known(reader, "email", all);
    person.device = known(reader, "device", all);
    person.address = known(reader, "address", all);
    person.idCard = known(reader, "id_card", all);
    person.account = known(reader, "account", all);
    const QString event = reader.optionalString("event", longestWord).value_or(QString());
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    Result<blocking::Trial> trial = d.guard.tryOut(person, event);
    for (const blocking::Subject &subject : std::as_const(all)) {
        const auto bans = d.bans.catching ? d.bans.catching(subject) : Result<QList<blocking::Ban>>();
        if (!bans)
            return Failure(bans.error());
        if (trial)
            trial->bans += *bans;
    }
    return answerWith(trial);
}
} // namespace

QList<Route> subjectRoutes(const BlockingDependencies &d) {
    using staff::Permission;
    return {blockingRoute(d, "POST", "/subjects/history", Permission::BlockingRead, history),
            blockingRoute(d, "POST", "/try", Permission::BlockingRead, tryOut)};
}

QList<Route> blockingRoutes(const BlockingDependencies &d) {
    return policyRoutes(d) + blockRoutes(d) + subjectRoutes(d);
}

} // namespace wemo::api
