#include "services/api/blocking_route_parts.h"
#include "services/api/query_reader.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;
constexpr int mostAtOnce = 500, mostListed = 1'000, usualListed = 100, longestWord = 40, longestCursor = 500;
constexpr qint64 longestSeconds = 366ll * 86'400;

Answer list(const BlockingDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    blocking::BlockList::Query wanted{query.text("kind", longestWord).value_or(QString()),
                                      query.text("policy", longestWord).value_or(QString()),
                                      query.text("cursor", longestCursor).value_or(QString()),
                                      static_cast<int>(query.integer("limit", 1, mostListed, usualListed))};
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    return answerWith(d.blocks.page(wanted));
}

Answer search(const BlockingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString value = reader.optionalString("value", blocking::longestValue).value_or(QString());
    const blocking::BlockList::Query wanted{
        reader.optionalString("kind", longestWord).value_or(QString()),
        reader.optionalString("policy", longestWord).value_or(QString()),
        reader.optionalString("cursor", longestCursor).value_or(QString()),
        static_cast<int>(reader.optionalInteger("limit", 1, mostListed).value_or(usualListed))};
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    if (value.trimmed().isEmpty())
        return answerWith(d.blocks.page(wanted));
    Result<blocking::BlockPage> found = d.blocks.find(wanted.kind, value, wanted.limit);
    if (found && !wanted.policyId.isEmpty())
        found->items.removeIf([&](const blocking::Block &block) { return block.policyId != wanted.policyId; });
    return answerWith(found);
}

/// What every act says: which blocks, and why.
struct Said {
    JsonReader reader;
    QList<blocking::BlockKey> items;
    QString reason;
};

Result<Said> saidIn(const Context &context, bool withItems = true) {
    const Result<QJsonObject> body = jsonBody(context.request, 256 << 10);
    if (!body)
        return Failure(body.error());
    Said said{JsonReader(*body), {}, {}};
    const QJsonArray items = withItems ? said.reader.array("items", mostAtOnce) : QJsonArray();
    for (const QJsonValue &item : items) {
        const auto key = blocking::blockKeyFromJson(item.toObject());
        if (key)
            said.items.append(*key);
        else
            said.reader.failAll(key.error().fields);
    }
    if (withItems)
        said.reason = said.reader.string("reason", blocking::longestReason);
    return said;
}

blocking::BlockList::Act actOf(const Context &context, const QString &reason) {
    return {context.caller->account, context.request.requestId, reason};
}

Answer changed(const BlockingDependencies &d, const Result<blocking::Change> &change, const char *verb) {
    if (!change)
        return Failure(change.error());
    d.drained();
    return json(toJson(*change, QString::fromLatin1(verb)));
}

Answer lift(const BlockingDependencies &d, const Context &context) {
    Result<Said> said = saidIn(context);
    if (const Result<void> read = said ? said->reader.finish() : Failure(said.error()); !read)
        return Failure(read.error());
    return changed(d, d.blocks.lift(actOf(context, said->reason), said->items), "lifted");
}

Answer extend(const BlockingDependencies &d, const Context &context) {
    Result<Said> said = saidIn(context);
    if (!said)
        return Failure(said.error());
    blocking::BlockList::Extension extension;
    extension.until = said->reader.optionalInstant("until");
    extension.by = std::chrono::seconds(said->reader.optionalInteger("by_s", 1, longestSeconds).value_or(0));
    if (extension.until.has_value() == (extension.by.count() > 0))
        said->reader.fail("until", "one-of", "Either until when, or by how many seconds.");
    if (const Result<void> read = said->reader.finish(); !read)
        return Failure(read.error());
    return changed(d, d.blocks.extend(actOf(context, said->reason), said->items, extension), "extended");
}

Answer undo(const BlockingDependencies &d, const Context &context) {
    Result<Said> said = saidIn(context, false);
    if (!said)
        return Failure(said.error());
    const QString token = said->reader.string("undo");
    if (const Result<void> read = said->reader.finish(); !read)
        return Failure(read.error());
    return changed(d, d.blocks.undo(actOf(context, "undo"), token), "undone");
}

Answer ban(const BlockingDependencies &d, const Context &context) {
    Result<Said> said = saidIn(context);
    if (!said)
        return Failure(said.error());
    const auto expiresAt = said->reader.optionalInstant("expires_at");
    if (const Result<void> read = said->reader.finish(); !read)
        return Failure(read.error());
    if (!d.bans.ban)
        return failure(ErrorKind::Unavailable, "no-ban-list", "There is no ban list here.");
    const auto subjects = d.blocks.subjectsOf(said->items);
    if (!subjects)
        return Failure(subjects.error());
    const auto ids = d.bans.ban(context.caller->account, *subjects, said->reason, expiresAt);
    return ids ? Answer(json({{"banned", QJsonArray::fromStringList(*ids)}})) : Failure(ids.error());
}
} // namespace

QList<Route> blockRoutes(const BlockingDependencies &d) {
    using staff::Permission;
    return {blockingRoute(d, "GET", "/blocks", Permission::BlockingRead, list),
            blockingRoute(d, "POST", "/blocks/search", Permission::BlockingRead, search),
            blockingRoute(d, "POST", "/blocks/lift", Permission::BlockingAct, lift),
            blockingRoute(d, "POST", "/blocks/extend", Permission::BlockingAct, extend),
            blockingRoute(d, "POST", "/blocks/undo", Permission::BlockingAct, undo),
            blockingRoute(d, "POST", "/blocks/ban", Permission::BlockingAct, ban)};
}

} // namespace wemo::api
