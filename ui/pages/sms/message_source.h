#pragma once
#include "models/sms/message_filter.h"
#include "ui/client/api_client.h"
#include "ui/client/page_loader.h"

#include <QFuture>

namespace wemo::pages::sms {

struct MessagePage {
    QList<wemo::sms::Message> items;
    QString nextCursor; ///< empty: this was the last page
};

/// Where messages are read from.
class MessageSource {
public:
    virtual ~MessageSource() = default;
    virtual QFuture<ui::ApiResult<MessagePage>> page(const wemo::sms::MessageFilter &filter, const QString &cursor,
                                                     int limit) = 0;
    virtual QFuture<ui::ApiResult<ui::ListOutline>> outline(const wemo::sms::MessageFilter &filter, int every) = 0;
};

/// The service.
class ApiMessageSource final : public MessageSource {
public:
    explicit ApiMessageSource(ui::ApiClient &client)
        : m_client(client) {}

    QFuture<ui::ApiResult<MessagePage>> page(const wemo::sms::MessageFilter &filter, const QString &cursor,
                                             int limit) override;
    QFuture<ui::ApiResult<ui::ListOutline>> outline(const wemo::sms::MessageFilter &filter, int every) override;
    QFuture<ui::ApiResult<wemo::sms::MessageDetail>> detail(Id id);
    /// The full number; the service writes down who asked.
    QFuture<ui::ApiResult<QString>> reveal(Id id);
    /// The new message. Conflicts: code-used, code-expired, still-open.
    QFuture<ui::ApiResult<wemo::sms::Message>> resend(Id id, const QString &reason);
    /// Conflict: too-late.
    QFuture<ui::ApiResult<wemo::sms::Message>> cancel(Id id, const QString &reason);
    /// Asks the gateway now; the message as it is then.
    QFuture<ui::ApiResult<wemo::sms::Message>> poll(Id id);
    /// Names of the gateways messages may go through.
    QFuture<ui::ApiResult<QStringList>> gateways();

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::sms
