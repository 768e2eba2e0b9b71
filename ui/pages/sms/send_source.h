#pragma once
#include "models/sms/message.h"
#include "ui/client/api_client.h"

namespace wemo::pages::sms {

struct TemplateParameter {
    QString name;
    QString example;
    int maxLength = 100;
};

/// A text that is kept ready, in one or two languages.
struct MessageTemplate {
    QString name;
    wemo::sms::Purpose purpose = wemo::sms::Purpose::Transactional;
    QMap<QString, QString> languages; ///< "zh-TW", "en" → the text with its parameters in it
    QList<TemplateParameter> parameters;
    int validityMinutes = 0;
};

/// What a message would be, before it is one.
struct SendPreview {
    QString text;
    QString encoding; ///< gsm7 or ucs2
    int units = 0;
    int segments = 0;
    qint64 costTenThousandths = 0;
};

/// What is to be sent: a template with its parameters, or a text.
struct SendOrder {
    QString number;
    QString templateName; ///< empty: `text`
    QString language;
    QMap<QString, QString> parameters;
    QString text;
    wemo::sms::Purpose purpose = wemo::sms::Purpose::Transactional;
    std::optional<Instant> sendAt;
    bool operator==(const SendOrder &) const = default;
};

/// The service: templates, previews, sending.
class SendSource final {
public:
    explicit SendSource(ui::ApiClient &client)
        : m_client(client) {}
    QFuture<ui::ApiResult<QList<MessageTemplate>>> templates();
    QFuture<ui::ApiResult<SendPreview>> preview(const SendOrder &order);
    /// The same key sends the same message once, however often it is asked.
    QFuture<ui::ApiResult<wemo::sms::Message>> send(const SendOrder &order, const QString &idempotencyKey);

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::sms
