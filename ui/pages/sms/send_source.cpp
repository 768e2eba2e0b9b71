#include "ui/pages/sms/send_source.h"

#include <QJsonArray>

namespace wemo::pages::sms {

namespace {
constexpr int mostTemplates = 500;
constexpr int mostParameters = 20;
constexpr int longestText = 2'000;

QJsonObject parametersOf(const SendOrder &order) {
    QJsonObject object;
    for (auto entry = order.parameters.cbegin(); entry != order.parameters.cend(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

Result<TemplateParameter> parameterFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TemplateParameter parameter;
    parameter.name = reader.string(QStringLiteral("name"), 60);
    parameter.example = reader.optionalString(QStringLiteral("example")).value_or(QString());
    parameter.maxLength = static_cast<int>(
        reader.optionalInteger(QStringLiteral("max_length"), 1, longestText).value_or(parameter.maxLength));
    return reader.finishLenient(std::move(parameter));
}

Result<MessageTemplate> templateFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    MessageTemplate found;
    found.name = reader.string(QStringLiteral("name"), 100);
    found.purpose = reader.word(QStringLiteral("purpose"), wemo::sms::purposeFromString);
    const QJsonObject languages = reader.object(QStringLiteral("languages"));
    for (auto entry = languages.constBegin(); entry != languages.constEnd(); ++entry)
        found.languages.insert(entry.key(), entry->toString());
    for (const QJsonValue &value : reader.array(QStringLiteral("parameters"), mostParameters)) {
        Result<TemplateParameter> parameter = parameterFromJson(value.toObject());
        if (!parameter)
            return Failure(parameter.error());
        found.parameters.append(*std::move(parameter));
    }
    found.validityMinutes =
        static_cast<int>(reader.optionalInteger(QStringLiteral("validity_minutes"), 0, 1'000'000).value_or(0));
    return reader.finishLenient(std::move(found));
}

Result<QList<MessageTemplate>> templatesFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QList<MessageTemplate> templates;
    for (const QJsonValue &value : reader.array(QStringLiteral("items"), mostTemplates)) {
        Result<MessageTemplate> item = templateFromJson(value.toObject());
        if (!item)
            return Failure(item.error());
        templates.append(*std::move(item));
    }
    return reader.finishLenient(std::move(templates));
}

Result<SendPreview> previewFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    SendPreview preview;
    preview.text = reader.string(QStringLiteral("text"), longestText, 0);
    preview.encoding = reader.string(QStringLiteral("encoding"), 20);
    preview.units = static_cast<int>(reader.integer(QStringLiteral("units"), 0, 100'000));
    preview.segments = static_cast<int>(reader.integer(QStringLiteral("segments"), 0, 1'000));
    preview.costTenThousandths = reader.integer(QStringLiteral("cost_ten_thousandths"), 0, 1'000'000'000'000);
    return reader.finishLenient(std::move(preview));
}
} // namespace

QFuture<ui::ApiResult<QList<MessageTemplate>>> SendSource::templates() {
    return m_client.get(QStringLiteral("/api/v1/sms/templates"), {}, templatesFromJson);
}

QFuture<ui::ApiResult<SendPreview>> SendSource::preview(const SendOrder &order) {
    if (order.templateName.isEmpty())
        return m_client.post(QStringLiteral("/api/v1/sms/preview"), {{"text", order.text}}, previewFromJson);
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(order.templateName));
    return m_client.post(QStringLiteral("/api/v1/sms/templates/%1/preview").arg(name),
                         {{"language", order.language}, {"parameters", parametersOf(order)}}, previewFromJson);
}

QFuture<ui::ApiResult<wemo::sms::Message>> SendSource::send(const SendOrder &order, const QString &idempotencyKey) {
    QJsonObject body{{"number", order.number}, {"purpose", toString(order.purpose)}};
    if (order.templateName.isEmpty()) {
        body.insert(u"text", order.text);
    } else {
        body.insert(u"template", order.templateName);
        body.insert(u"language", order.language);
        body.insert(u"parameters", parametersOf(order));
    }
    if (order.sendAt)
        body.insert(u"send_at", toIso(*order.sendAt));
    ui::RequestOptions options;
    options.headers = {{"Idempotency-Key", idempotencyKey.toLatin1()}};
    return m_client.post(QStringLiteral("/api/v1/sms/messages"), body, wemo::sms::messageFromJson, options);
}

} // namespace wemo::pages::sms
