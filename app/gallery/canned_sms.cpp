// The part of CannedService that answers for messages: the log, what is done to them, replies.
#include "app/gallery/canned_jobs.h"
#include "app/gallery/canned_service.h"
#include "models/sms/segments.h"

namespace wemo::gallery {

using namespace std::chrono;
using wemo::sms::DeliveryState;
using wemo::sms::Message;
using wemo::sms::MessageFilter;

namespace {
constexpr int logLength = 203'418;
constexpr int bulkTotal = 128;
const QString sms = QStringLiteral("/api/v1/sms/");

CannedAnswer yes(const QJsonObject &body, int status = 200) {
    return {CannedAnswer::Kind::Answer, status, body};
}

MessageFilter filterOf(const QUrlQuery &query) {
    return wemo::sms::messageFilterFromQuery(query).value_or(MessageFilter());
}

QJsonObject parameter(const char *name, const char *example, int most) {
    return {{"name", name}, {"example", QString::fromUtf8(example)}, {"max_length", most}};
}

QJsonObject textTemplate(const char *name, const char *purpose, const char *chinese, const char *english,
                         const QJsonArray &parameters) {
    return {{"name", name},
            {"purpose", purpose},
            {"validity_minutes", 1440},
            {"languages", QJsonObject{{"zh-TW", QString::fromUtf8(chinese)}, {"en", english}}},
            {"parameters", parameters}};
}

const QJsonArray &templates() {
    static const QJsonArray items{
        textTemplate("rent.mileage_due", "transactional",
                     "【WeMo】您 {date} 的行程尚有里程費 NT${amount} 未繳，請於 App 內完成付款，謝謝。",
                     "[WeMo] Your ride of {date} has an open mileage fee of NT${amount}. Please pay in the app.",
                     {parameter("date", "11/21", 10), parameter("amount", "120", 8)}),
        textTemplate("rent.forgotten_return", "transactional",
                     "【WeMo】您的車輛 {plate} 仍在租借中，如已騎乘完畢請記得還車，以免持續計費。",
                     "[WeMo] Scooter {plate} is still rented to you. If you are done, please return it.",
                     {parameter("plate", "EWA-1234", 10)}),
        textTemplate("pass.renewal", "marketing",
                     "【WeMo】您的月票將於 {days} 天後到期，續購享 9 折：https://wemo.tw/p 回覆 TD 取消。",
                     "[WeMo] Your pass ends in {days} days. Renew at 10 % off: https://wemo.tw/p Reply TD to stop.",
                     {parameter("days", "3", 3)}),
        textTemplate("otp.sign_in", "otp", "【WeMo】登入驗證碼 {code}", "[WeMo] Your code: {code}",
                     {parameter("code", "123456", 8)})};
    return items;
}

CannedAnswer preview(const QString &text) {
    const auto counted = wemo::sms::countSegments(text);
    return yes({{"text", text},
                {"encoding", counted.encoding == wemo::sms::Encoding::Gsm7 ? "gsm7" : "ucs2"},
                {"units", counted.units},
                {"segments", counted.segments},
                {"cost_ten_thousandths", counted.segments * 10'000}});
}

QString filledIn(const QString &name, const QJsonObject &body) {
    for (const QJsonValue &item : templates()) {
        if (item[u"name"].toString() != name)
            continue;
        QString text = item[u"languages"][body.value(u"language").toString()].toString();
        const QJsonObject values = body.value(u"parameters").toObject();
        for (auto value = values.constBegin(); value != values.constEnd(); ++value)
            text.replace(u'{' + value.key() + u'}', value->toString());
        return text;
    }
    return {};
}

CannedAnswer replies(const QList<Message> &messages, Instant now, const QUrlQuery &query) {
    const char *const texts[] = {
        "TD", "謝謝", "我沒有收到驗證碼，可以再寄一次嗎？", "車子已經還了，請查明 EWA-1234", "Who is this?", "好的"};
    const QString number = query.queryItemValue(QStringLiteral("number"), QUrl::FullyDecoded);
    QJsonArray items;
    for (int i = 0; i < 24 && !messages.isEmpty(); ++i) {
        const Message &message = messages.at(i * 3 % messages.size());
        if (!number.isEmpty() && !number.endsWith(message.maskedNumber.right(3)))
            continue;
        items.append(QJsonObject{{"id", idToString(message.id + 7)},
                                 {"at", toIso(now - minutes(4 + i * 47))},
                                 {"number", message.maskedNumber},
                                 {"text", QString::fromUtf8(texts[i % 6])},
                                 {"message_id", i % 5 == 4 ? QJsonValue() : QJsonValue(idToString(message.id))},
                                 {"gateway", message.gateway}});
    }
    return yes({{"items", items}, {"next_cursor", QJsonValue()}});
}

QJsonObject gateway(const char *name, qint64 balance) {
    return {{"name", name}, {"balance", balance}, {"state", "up"}};
}
} // namespace

CannedAnswer CannedService::sms(const CannedRequest &request) {
    const QString path = request.path.mid(gallery::sms.size());
    if (path == u"messages")
        return request.method == "POST" ? send(request.body) : list(request.query);
    if (path == u"messages/outline")
        return outline(request.query);
    if (path.endsWith(u"/reveal"))
        return yes({{"number", "+886912345678"}});
    if (path == u"templates")
        return yes({{"items", templates()}});
    if (path == u"preview")
        return preview(request.body.value(u"text").toString());
    if (path.startsWith(u"templates/"))
        return preview(filledIn(path.section(u'/', 1, 1), request.body));
    if (path == u"gateways")
        return yes({{"items", QJsonArray{gateway("every8d", 18'422'0000), gateway("mitake", 3'100'0000)}}});
    if (path == u"replies")
        return replies(m_messages, m_now, request.query);
    if (path.startsWith(u"bulk-resends"))
        return bulk(request);
    const QString id = path.section(u'/', 1, 1);
    if (request.method == "POST")
        return act(id, path.section(u'/', 2));
    for (const Message &message : std::as_const(m_messages))
        if (idToString(message.id) == id)
            return yes(toJson(wemo::sms::MessageDetail{message, cannedEvents(message)}));
    return problem(404, "not-found", "message-not-found", "There is no such message.");
}

CannedAnswer CannedService::list(const QUrlQuery &query) {
    const MessageFilter filter = filterOf(query);
    const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
    int skip = query.queryItemValue(QStringLiteral("cursor")).mid(1).toInt();
    QJsonArray items;
    bool more = false;
    for (const Message &message : std::as_const(m_messages)) {
        if (!matches(message, filter) || skip-- > 0)
            continue;
        if (items.size() == limit) {
            more = true;
            break;
        }
        items.append(toJson(message));
    }
    const int next = query.queryItemValue(QStringLiteral("cursor")).mid(1).toInt() + limit;
    return yes({{"items", items}, {"next_cursor", more ? QJsonValue("c" + QString::number(next)) : QJsonValue()}});
}

CannedAnswer CannedService::outline(const QUrlQuery &query) {
    const MessageFilter filter = filterOf(query);
    const int every = query.queryItemValue(QStringLiteral("every")).toInt();
    qint64 total = std::count_if(m_messages.cbegin(), m_messages.cend(),
                                 [&filter](const Message &message) { return matches(message, filter); });
    if (filter.isEmpty() && total >= 1'200)
        total = logLength; // the rest of the log is never looked at
    const bool exact = outlineLimit == 0 || total <= outlineLimit;
    const qint64 counted = exact ? total : outlineLimit;
    QJsonArray anchors;
    for (qint64 row = 0; row < counted; row += every)
        anchors.append("c" + QString::number(row));
    return yes({{"total", counted},
                {"is_exact", exact},
                {"estimate", exact ? total : total / 1'000 * 1'000},
                {"every", every},
                {"anchors", anchors}});
}

CannedAnswer CannedService::act(const QString &id, const QString &verb) {
    const auto found = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&id](const Message &message) { return idToString(message.id) == id; });
    if (found == m_messages.end())
        return problem(404, "not-found", "message-not-found", "There is no such message.");
    if (verb == u"resend" && found->verifiedAt)
        return problem(409, "conflict", "code-used", "The code in it has been used.");
    if (verb == u"resend") {
        Message again = *found;
        again.id = m_messages.constFirst().id + 500'000;
        again.resendOf = found->id;
        again.createdAt = again.updatedAt = m_now;
        again.state = DeliveryState::Created;
        again.reason.clear();
        again.rawCode.clear();
        again.batchId.clear();
        again.acceptedAt = again.sentAt = again.finalAt = std::nullopt;
        again.version = 1;
        m_messages.prepend(again);
        return yes(toJson(again), 201);
    }
    found->version += 1;
    found->state = verb == u"cancel" ? DeliveryState::Canceled : DeliveryState::Delivered;
    found->reason = verb == u"cancel" ? QStringLiteral("canceled-by-staff") : QString();
    found->finalAt = m_now;
    return yes(toJson(*found));
}

CannedAnswer CannedService::send(const QJsonObject &body) {
    if (!body.value(u"number").toString().remove(u' ').startsWith(u"09"))
        return wrongField(QStringLiteral("number"), QStringLiteral("not-a-number"), QStringLiteral("No number."));
    Message message;
    message.id = m_messages.isEmpty() ? 455'912'804'277'772'544 : m_messages.constFirst().id + 900'000;
    message.createdAt = message.updatedAt = m_now;
    message.maskedNumber = QStringLiteral("0912•••678");
    message.purpose = wemo::sms::purposeFromString(body.value(u"purpose").toString()).value_or(message.purpose);
    message.templateName = body.value(u"template").toString();
    message.text =
        message.templateName.isEmpty() ? body.value(u"text").toString() : filledIn(message.templateName, body);
    message.gateway = QStringLiteral("every8d");
    message.requestId = QStringLiteral("req-7f3a91c2d840");
    if (const auto at = fromIso(body.value(u"send_at").toString()))
        message.scheduledAt = *at;
    message.version = 1;
    m_messages.prepend(message);
    return yes(toJson(message), 202);
}

CannedAnswer CannedService::bulk(const CannedRequest &request) {
    if (request.path.endsWith(u"/preview"))
        return yes({{"count", bulkTotal},
                    {"segments", 141},
                    {"cost_ten_thousandths", 141 * 10'000},
                    {"refused", QJsonObject{{"code-expired", 212}, {"code-used", 17}, {"still-open", 3}}}});
    if (request.method == "POST") {
        m_bulkDone = 0;
        m_bulkCanceled = false;
        return yes({{"id", "b-20261122-1"}, {"total", bulkTotal}}, 202);
    }
    if (request.method == "DELETE") {
        m_bulkCanceled = true;
        return {CannedAnswer::Kind::Answer, 204};
    }
    if (!m_bulkCanceled)
        m_bulkDone = std::min<qint64>(bulkTotal, m_bulkDone + 40);
    const char *state = m_bulkCanceled ? "canceled" : m_bulkDone == bulkTotal ? "done" : "running";
    return yes({{"id", "b-20261122-1"},
                {"total", bulkTotal},
                {"done", m_bulkDone},
                {"resent", std::max<qint64>(0, m_bulkDone - 2)},
                {"refused", std::min<qint64>(2, m_bulkDone)},
                {"state", state}});
}

std::optional<CannedAnswer> CannedService::job(const CannedRequest &request) const {
    const QString id = request.path.section(QStringLiteral("/jobs/sms-"), 1);
    if (request.method != "GET" || id.isEmpty())
        return std::nullopt;
    for (const Message &message : m_messages) {
        if (idToString(message.id) != id || message.state == DeliveryState::Created)
            continue;
        wemo::queue::JobRow row;
        row.id = QStringLiteral("sms-") + id;
        row.name = QStringLiteral("submit");
        row.messageId = id;
        row.attempts = 5;
        row.createdAt = message.createdAt + milliseconds(12);
        row.processedAt = message.createdAt + milliseconds(36);
        row.worker = QStringLiteral("sms-1");
        const bool active = message.state == DeliveryState::Submitting;
        row.state = active ? wemo::queue::JobState::Active : wemo::queue::JobState::Completed;
        row.attemptsMade = active ? 0 : 1;
        if (!active)
            row.finishedAt = message.createdAt + milliseconds(431);
        return yes(toJson(cannedDetail(row)));
    }
    return std::nullopt;
}

} // namespace wemo::gallery
