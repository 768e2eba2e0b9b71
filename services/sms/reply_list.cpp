#include "services/sms/reply_list.h"

#include "services/phone/parse.h"
#include "services/sms/list_cursor.h"

namespace wemo::sms {

ReplyList::ReplyList(storage::Database &database, const runtime::Secrets &secrets)
    : m_database(database)
    , m_sealKey(secrets.sealKey)
    , m_lookupKey(secrets.lookupKey) {}

Result<ReplyPage> ReplyList::page(const QString &number, int limit, const QString &cursor) {
    MessageFilter filter;
    storage::Params params{{"limit", limit + 1}};
    QSet<QString> with;
    if (!number.isEmpty()) {
        const Result<phone::PhoneNumber> parsed = phone::parse(number);
        if (!parsed) {
            Error error = parsed.error();
            error.fields = {{"number", error.code, error.message}};
            return failure(std::move(error));
        }
        filter.number = parsed->e164();
        params.append({"number_hash", runtime::hmac(parsed->e164().toLatin1(), m_lookupKey)});
        with.insert("number");
    }
    const Result<Id> before = placeFromCursor(cursor, filter);
    if (!before)
        return Failure(before.error());
    params.append({"before", *before});
    const auto rows =
        m_database.read([&](storage::Connection &connection) { return connection.query("sms/replies", params, with); });
    if (!rows)
        return Failure(rows.error());
    ReplyPage page;
    for (const storage::Row &row : rows->first(std::min<qsizetype>(limit, rows->size())))
        page.items.append(replyOf(row));
    if (rows->size() > limit)
        page.nextCursor = toCursor(page.items.last().id, filter);
    return page;
}

Reply ReplyList::replyOf(const storage::Row &row) const {
    Reply reply;
    reply.id = row.integer("id");
    reply.at = fromMs(row.integer("at"));
    reply.maskedNumber = row.text("number_masked");
    reply.gateway = row.text("gateway");
    reply.messageId = row.optionalInteger("message_id");
    if (const auto text = runtime::unseal(row.bytes("text_sealed"), m_sealKey)) // else it was forgotten
        reply.text = QString::fromUtf8(*text);
    return reply;
}

} // namespace wemo::sms
