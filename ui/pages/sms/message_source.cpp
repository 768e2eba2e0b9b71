#include "ui/pages/sms/message_source.h"

#include <QJsonArray>

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::MessageFilter;

namespace {
constexpr int maxPage = 2'000;
constexpr int maxGateways = 100;
constexpr int maxAnchors = 10'000'000;

Result<MessagePage> pageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    MessagePage page;
    for (const QJsonValue &item : reader.array(QStringLiteral("items"), maxPage)) {
        Result<Message> message = wemo::sms::messageFromJson(item.toObject());
        if (!message)
            return Failure(message.error());
        page.items.append(*message);
    }
    page.nextCursor = reader.optionalString(QStringLiteral("next_cursor"), 1'000).value_or(QString());
    return reader.finishLenient(std::move(page));
}

Result<ui::ListOutline> outlineFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ui::ListOutline outline;
    outline.total = reader.integer(QStringLiteral("total"), 0, 10'000'000'000);
    outline.every = static_cast<int>(reader.integer(QStringLiteral("every"), 1, 100'000));
    for (const QJsonValue &anchor : reader.array(QStringLiteral("anchors"), maxAnchors))
        outline.anchors.append(anchor.toString());
    outline.isExact = reader.optionalBoolean(QStringLiteral("is_exact")).value_or(true);
    outline.estimate = reader.optionalInteger(QStringLiteral("estimate"), 0, 10'000'000'000).value_or(outline.total);
    return reader.finishLenient(std::move(outline));
}

Result<QString> numberFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QString number = reader.string(QStringLiteral("number"), 40);
    return reader.finishLenient(std::move(number));
}

Result<QStringList> namesFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QStringList names;
    for (const QJsonValue &item : reader.array(QStringLiteral("items"), maxGateways))
        names.append(item.toObject().value(u"name").toString());
    return reader.finishLenient(std::move(names));
}

QString pathOf(Id id) {
    return QStringLiteral("/api/v1/sms/messages/") + idToString(id);
}
} // namespace

QFuture<ui::ApiResult<MessagePage>> ApiMessageSource::page(const MessageFilter &filter, const QString &cursor,
                                                           int limit) {
    QUrlQuery query;
    wemo::sms::appendTo(query, filter);
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    return m_client.get(QStringLiteral("/api/v1/sms/messages"), query, pageFromJson);
}

QFuture<ui::ApiResult<ui::ListOutline>> ApiMessageSource::outline(const MessageFilter &filter, int every) {
    QUrlQuery query;
    wemo::sms::appendTo(query, filter);
    query.addQueryItem(QStringLiteral("every"), QString::number(every));
    return m_client.get(QStringLiteral("/api/v1/sms/messages/outline"), query, outlineFromJson);
}

QFuture<ui::ApiResult<wemo::sms::MessageDetail>> ApiMessageSource::detail(Id id) {
    return m_client.get(pathOf(id), {}, wemo::sms::messageDetailFromJson);
}

QFuture<ui::ApiResult<QString>> ApiMessageSource::reveal(Id id) {
    return m_client.post(pathOf(id) + QStringLiteral("/reveal"), QJsonObject(), numberFromJson);
}

QFuture<ui::ApiResult<Message>> ApiMessageSource::resend(Id id, const QString &reason) {
    return m_client.post(pathOf(id) + QStringLiteral("/resend"), {{"reason", reason}}, wemo::sms::messageFromJson);
}

QFuture<ui::ApiResult<Message>> ApiMessageSource::cancel(Id id, const QString &reason) {
    return m_client.post(pathOf(id) + QStringLiteral("/cancel"), {{"reason", reason}}, wemo::sms::messageFromJson);
}

QFuture<ui::ApiResult<Message>> ApiMessageSource::poll(Id id) {
    return m_client.post(pathOf(id) + QStringLiteral("/poll"), QJsonObject(), wemo::sms::messageFromJson);
}

QFuture<ui::ApiResult<QStringList>> ApiMessageSource::gateways() {
    return m_client.get(QStringLiteral("/api/v1/sms/gateways"), {}, namesFromJson);
}

} // namespace wemo::pages::sms
